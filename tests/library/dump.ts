/** Every row of every store of a database as it stands on the disk, read past Dexie and the app. */
export async function dumpOf(name = "liuye"): Promise<Record<string, unknown[]>> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const library = await settled(indexedDB.open(name));
  const dump: Record<string, unknown[]> = {};
  for (const store of library.objectStoreNames)
    dump[store] = await settled(library.transaction(store).objectStore(store).getAll());
  library.close();
  return dump;
}

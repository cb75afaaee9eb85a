// The one font file of the reader's own. It is the device's, as the size of type is, and not the library's: it lies in
// Cache Storage, where megabytes cost no transaction, and no backup carries it to where its licence may not reach.

/** The cache it lies in, and its address there, which no server is ever asked for. */
const cacheName = "liuye-own-font";
const address = "./own-font";

/** Keeps a font file in place of the one before; throws when the device has no room, and then that one stays. */
export async function keepFont(bytes: ArrayBuffer): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.put(address, new Response(bytes, { headers: { "content-type": "font/sfnt" } }));
}

/** The kept font file, or null when there is none, or where the browser keeps nothing. */
export async function keptFont(): Promise<ArrayBuffer | null> {
  try {
    const cache = await caches.open(cacheName);
    return (await (await cache.match(address))?.arrayBuffer()) ?? null;
  } catch {
    return null;
  }
}

/** Removes the kept font file. */
export async function dropFont(): Promise<void> {
  await caches.delete(cacheName);
}

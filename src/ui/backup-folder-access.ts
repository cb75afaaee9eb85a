// A folder of the reader's: only Chromium lets one be chosen, and asks again from time to time.

/** What Chromium has beyond the standard (https://wicg.github.io/file-system-access/). */
type Asking = {
  queryPermission(mode: { mode: "readwrite" }): Promise<PermissionState>;
  requestPermission(mode: { mode: "readwrite" }): Promise<PermissionState>;
};
type Picker = (options: { id: string; mode: "readwrite"; startIn: "documents" }) => Promise<FileSystemDirectoryHandle>;

const picker = () => (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker;

/** Whether this browser lets a folder be chosen. */
export function canPickFolder(): boolean {
  return picker() !== undefined;
}

/** The folder the reader chooses; undefined when they change their mind. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await picker()?.({ id: "liuye-backup", mode: "readwrite", startIn: "documents" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}

/** Whether the folder may be written to; `request` asks the reader, and must come from a tap. */
export async function allowed(folder: FileSystemDirectoryHandle, way: "query" | "request"): Promise<boolean> {
  const asking = folder as FileSystemDirectoryHandle & Asking;
  const state =
    way === "query" ? asking.queryPermission({ mode: "readwrite" }) : asking.requestPermission({ mode: "readwrite" });
  return (await state) === "granted";
}

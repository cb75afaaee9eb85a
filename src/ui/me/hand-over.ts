// A file leaves the browser: by the system's own dialog where it can be asked for, else as a download.
import { saveFile } from "#ui/save-file.ts";

type Picker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;

/** Saves a file where the reader says; false when they changed their mind. Throws when it could not be written whole. */
export async function saveAs(name: string, file: Blob): Promise<boolean> {
  const { showSaveFilePicker: pick } = globalThis as { showSaveFilePicker?: Picker };
  if (!pick) {
    saveFile(name, file);
    return true;
  }
  try {
    const handle = await pick({ suggestedName: name });
    await file.stream().pipeTo(await handle.createWritable());
    if ((await handle.getFile()).size !== file.size) throw new Error("the file was not written whole");
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return false;
    throw error;
  }
}

/** Whether the system can send such a file elsewhere. */
export function canShare(name: string, file: Blob): boolean {
  return navigator.canShare?.({ files: [asFile(name, file)] }) ?? false;
}

/** Sends a file elsewhere by the system's sheet; false when the reader changed their mind. */
export async function shareFile(name: string, file: Blob): Promise<boolean> {
  try {
    await navigator.share({ files: [asFile(name, file)] });
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return false;
    throw error;
  }
}

function asFile(name: string, file: Blob): File {
  return new File([file], name, { type: "application/zip" });
}

/** Hands the reader a file to save. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(URL.revokeObjectURL, patience, address);
}

/** A browser may begin to read the file only after it has asked where to put it; milliseconds. */
const patience = 10 * 60_000;

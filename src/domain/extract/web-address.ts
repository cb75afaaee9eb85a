/** An address a page can have been fetched from, in full; nothing else, and no credentials. */
export function webAddress(address: string | null | undefined, base?: string): string | undefined {
  const text = address?.trim() ?? "";
  if (text === "" || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  url.username = "";
  url.password = "";
  return /^https?:$/.test(url.protocol) && url.hostname !== "" ? url.href : undefined;
}

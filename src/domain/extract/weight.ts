/** The width of a text in columns: a full-width character takes two. */
export function weight(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at++) columns += text.charCodeAt(at) > 0x2e7f ? 2 : 1;
  return columns;
}

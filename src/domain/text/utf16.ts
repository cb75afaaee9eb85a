const sampleLength = 4096;

/** Which UTF-16 bytes are, by their mark, else by their zeros; undefined for anything else. */
export function utf16In(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return unmarked(bytes.subarray(0, sampleLength));
}

/**
 * UTF-16 that lost its mark: one byte of each letter of its markup and of each space is zero, and of a few characters
 * (U+4E00 is the commonest) the other.
 */
function unmarked(sample: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const enough = sample.length / 20;
  if (odd > enough && even * 4 < odd) return "utf-16le";
  return even > enough && odd * 4 < even ? "utf-16be" : undefined;
}

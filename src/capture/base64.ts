/** Base64 by RFC 2045 §6.8: whatever is not of the alphabet is passed over, a cut last group gives what it can. */
export function decodeBase64(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const decoded = new Uint8Array(Math.ceil((body.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of body) {
    const value = base64Values[byte] ?? -1;
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    decoded[length++] = held >> bits;
  }
  return decoded.subarray(0, length);
}

/** The bytes written into an address as base64, by the same rules. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  return decodeBase64(new TextEncoder().encode(text));
}

const base64Values = new Int8Array(256).fill(-1);
for (const [value, character] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries())
  base64Values[character.charCodeAt(0)] = value;

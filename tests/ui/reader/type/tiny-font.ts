/** How wide “ is in the font, of a square of 1000 units: a Chinese face fills it, a Latin one takes a third. */
type Width = { mark: number };

const codes = [0x41, 0x201c]; // A and “

/** The smallest font a browser takes (OpenType 1.9): two letters, both empty squares. */
export function tinyFont({ mark }: Width): ArrayBuffer {
  const names = utf16("Tiny");
  const tables: Record<string, number[]> = {
    "OS/2": [
      ...words(4, 500, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
      ...Array(10 + 16).fill(0),
      ...ascii("LIUY"),
      ...words(0x40, codes[0] ?? 0, codes[1] ?? 0, 800, -200, 0, 800, 200),
      ...Array(8).fill(0),
      ...words(500, 700, 0, 32, 1),
    ],
    cmap: [
      ...words(0, 1, 3, 1),
      ...longs(12),
      ...words(4, 40, 0, 6, 4, 1, 2, ...codes, 0xffff, 0, ...codes, 0xffff),
      ...codes.map((code, at) => at + 1 - code).flatMap((delta) => words(delta)),
      ...words(1, 0, 0, 0),
    ],
    glyf: [...square(), ...square()],
    head: [
      ...longs(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
      ...words(3, 1000),
      ...longs(0, 0, 0, 0),
      ...words(0, 0, 700, 700, 0, 8, 2, 0, 0),
    ],
    hhea: [...longs(0x00010000), ...words(800, -200, 0, 1000, 0, 0, 700, 1, 0, 0, 0, 0, 0, 0, 0, 3)],
    hmtx: words(1000, 0, 600, 0, mark, 0),
    loca: words(0, 0, square().length / 2, square().length), // in words of two bytes; the first letter, for what is missing, is empty
    maxp: [...longs(0x00010000), ...words(3, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    name: [...words(0, 1, 18, 3, 1, 0x409, 1, names.length, 0), ...names],
    post: [...longs(0x00030000, 0), ...words(-100, 50), ...longs(0, 0, 0, 0, 0)],
  };
  return file(tables);
}

/** A glyph of one contour with four corners. */
function square(): number[] {
  return [...words(1, 0, 0, 700, 700, 3, 0), 1, 1, 1, 1, ...words(0, 0, 700, 0, 0, 700, 0, -700)];
}

function file(tables: Record<string, number[]>): ArrayBuffer {
  const names = Object.keys(tables).sort();
  const head = [...longs(0x00010000), ...words(names.length, 128, 3, names.length * 16 - 128)];
  const bodies: number[] = [];
  for (const name of names) {
    const body = tables[name] ?? [];
    const place = 12 + names.length * 16 + bodies.length;
    const padded = [...body, ...Array((4 - (body.length % 4)) % 4).fill(0)];
    head.push(...ascii(name), ...longs(sum(padded), place, body.length));
    bodies.push(...padded);
  }
  return new Uint8Array([...head, ...bodies]).buffer;
}

function sum(bytes: number[]): number {
  let total = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(at, at + 4);
    total = (total + ((a << 24) | (b << 16) | (c << 8) | d)) >>> 0;
  }
  return total;
}

const words = (...values: number[]) => values.flatMap((value) => [(value >> 8) & 255, value & 255]);
const longs = (...values: number[]) => values.flatMap((value) => [...words(value >>> 16), ...words(value & 0xffff)]);
const ascii = (text: string) => [...text.padEnd(4)].map((letter) => letter.charCodeAt(0));
const utf16 = (text: string) => [...text].flatMap((letter) => words(letter.charCodeAt(0)));

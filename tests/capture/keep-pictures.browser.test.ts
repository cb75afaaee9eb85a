import { expect, test } from "vitest";
import { fromPage, keepPictures } from "#capture/keep-pictures.ts";
import { sanitizeToFragment } from "#domain/sanitize.ts";

async function png(width: number, height: number, colour = "red"): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d");
  if (pen) {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, width, height);
  }
  return new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
}

const dataAddress = (bytes: Uint8Array) => `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
const came = (pictures: Record<string, Uint8Array>) =>
  fromPage(new Map(Object.entries(pictures).map(([address, bytes]) => [address, { type: "image/png", bytes }])));

test("bytes that came with the page, or inside it, become pictures named by what they are", async () => {
  const red = await png(30, 20);
  const article = sanitizeToFragment(
    `<img src="https://a.invalid/1.png" alt="一"><img src="cid:2"><img src="${dataAddress(await png(8, 9, "blue"))}">`,
  );
  const { pictures, missing } = await keepPictures(article, came({ "https://a.invalid/1.png": red, "cid:2": red }));
  const [first, second, third] = article.querySelectorAll("img");
  expect(pictures.map(({ type, width, height }) => [type, width, height])).toEqual([
    ["image/png", 30, 20],
    ["image/png", 8, 9],
  ]);
  expect(first?.dataset.picture).toBe(second?.dataset.picture);
  expect(third?.hasAttribute("src")).toBe(false);
  expect(first?.getAttribute("width")).toBe("30");
  expect(missing).toEqual({});
  expect(new Uint8Array(pictures[0]?.bytes ?? new ArrayBuffer())).toEqual(red);
});

test("what could not be had is marked with the reason, and counted", async () => {
  const article = sanitizeToFragment(
    '<img src="https://a.invalid/gone.png"><img src="cid:broken"><img src="cid:script"><img src="cid:huge">',
  );
  const broken = (await png(40, 40)).slice(0, 40);
  const { pictures, missing } = await keepPictures(
    article,
    came({
      "cid:broken": broken,
      "cid:script": new TextEncoder().encode("<svg onload=hit()></svg>"),
      "cid:huge": new Uint8Array(9 * 1024 * 1024),
    }),
  );
  expect(pictures).toEqual([]);
  expect(missing).toEqual({ absent: 1, damaged: 2, "too-large": 1 });
  expect([...article.querySelectorAll("img")].map((image) => image.dataset.missing)).toEqual([
    "absent",
    "damaged",
    "damaged",
    "too-large",
  ]);
});

test("a picture of a pixel or two is dropped, whatever its attributes claim", async () => {
  const article = sanitizeToFragment('<p>词</p><img src="cid:spy" width="600" height="400">');
  const { pictures } = await keepPictures(article, came({ "cid:spy": await png(1, 2) }));
  expect(pictures).toEqual([]);
  expect(article.querySelector("img")).toBeNull();
});

test("a picture that is a window onto a larger archive keeps its own bytes only", async () => {
  const bytes = await png(5, 5);
  const archive = new Uint8Array(bytes.length + 1000);
  archive.set(bytes, 500);
  const { pictures } = await keepPictures(
    sanitizeToFragment('<img src="cid:w">'),
    came({ "cid:w": archive.subarray(500, 500 + bytes.length) }),
  );
  expect(pictures[0]?.bytes.byteLength).toBe(bytes.length);
});

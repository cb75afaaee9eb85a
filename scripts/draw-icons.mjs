// Draws public/icons from one mark: node scripts/draw-icons.mjs
// The mark is a page turned along the midrib of a willow leaf: leaf-green above, paper below, each half of the leaf
// cut from the other's colour, and a seal set on the paper.

import { mkdirSync, writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import { chromium } from "playwright-core";

const paper = "#faf8f3";
const edge = "#e0d9ca";
const leaf = "#35694d";
const seal = "#b0402c";

const out = new URL("../public/icons/", import.meta.url);

const crease = "C190 318 296 186 414 92";
const shapes = [
  `<path fill="${leaf}" d="M-160-160H704L414 92C296 186 190 318 112 400L-160 691Z"/>`,
  `<path fill="${paper}" d="M112 400${crease}C308 110 218 158 163 240C126 295 111 348 112 400Z"/>`,
  `<path fill="${leaf}" d="M112 400${crease}C414 208 358 302 267 360C215 393 162 404 112 400Z"/>`,
  `<rect fill="${seal}" x="348" y="348" width="64" height="64" rx="14"/>`,
].join("");

const svg = (body) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">${body}</svg>\n`;

// A tile with round corners; the line (half of it shows) holds its paper side together on a white ground.
const tile = (line) =>
  svg(
    `<mask id="t"><rect width="512" height="512" rx="112" fill="#fff"/></mask><g mask="url(#t)">` +
      `<rect width="512" height="512" rx="112" fill="${paper}" stroke="${edge}" stroke-width="${line}"/>${shapes}</g>`,
  );

// Colour to every edge, for a system that cuts its own shape; `scale` draws the mark in towards the middle.
const bleed = (scale) =>
  svg(
    `<rect width="512" height="512" fill="${paper}"/>` +
      `<g transform="translate(256 256) scale(${scale}) translate(-256 -256)">${shapes}</g>`,
  );

// A sign of the app on a leaf-green round, for the list a long press on the icon shows.
const shortcut = (sign) =>
  svg(
    `<circle cx="256" cy="256" r="256" fill="${leaf}"/><path transform="translate(112 112) scale(12)" d="${sign}" ` +
      `fill="none" stroke="${paper}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`,
  );

const signs = {
  add: "M12 5v14M5 12h14",
  unread: "M4 4.5h4.2v15H4zM8.2 7.5h4.2v12H8.2zM13.6 8.2l3.9-1.1 3 11.3-3.9 1.1z",
  favourites: "m12 3.7 2.55 5.25 5.75.8-4.18 4 1.02 5.7L12 16.7l-5.14 2.75 1.02-5.7-4.18-4 5.75-.8z",
  search: "m16 16 4.5 4.5M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0",
};

const pictures = [
  { name: "icon-192.png", size: 192, source: tile(10), alpha: true },
  { name: "icon-512.png", size: 512, source: tile(8), alpha: true },
  { name: "icon-maskable-512.png", size: 512, source: bleed(0.86), alpha: false },
  { name: "apple-touch-icon.png", size: 180, source: bleed(0.96), alpha: false },
  ...Object.entries(signs).map(([name, sign]) => ({
    name: `shortcut-${name}.png`,
    size: 96,
    source: shortcut(sign),
    alpha: true,
  })),
];

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

// Flat colour packs best with no row filter and the strongest deflate: a fifth smaller than the browser's own PNG.
const encode = (rgba, size, alpha) => {
  const channels = alpha ? 4 : 3;
  const row = size * channels + 1;
  const raw = Buffer.alloc(row * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = (y * size + x) * 4;
      rgba.copy(raw, y * row + 1 + x * channels, from, from + channels);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head[8] = 8;
  head[9] = alpha ? 6 : 2;
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(raw, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

// Runs in the page.
const paint = async ({ source, size }) => {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
  await image.decode();
  const context = new OffscreenCanvas(size, size).getContext("2d");
  context.drawImage(image, 0, 0, size, size);
  return Array.from(context.getImageData(0, 0, size, size).data);
};

mkdirSync(out, { recursive: true });
writeFileSync(new URL("leaf.svg", out), tile(20));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage();
  for (const { name, size, source, alpha } of pictures) {
    const png = encode(Buffer.from(await page.evaluate(paint, { source, size })), size, alpha);
    writeFileSync(new URL(name, out), png);
    console.log(`${name} ${size} px, ${png.length} bytes`);
  }
} finally {
  await browser.close();
}

// Lays pictures side by side, so many to a sheet, so that a person can look at them all.
import { readFileSync } from "node:fs";

/** A sheet is no larger than this, in pixels, whatever is on it: larger ones are shown smaller, and cannot be read. */
const largest = { width: 1640, height: 900 };
const gap = 12;
const labelHeight = 18;

/** Draws the sheets of each group of pictures (`{ file, label, group }`) into the folder, tall pictures alone. */
export async function drawSheets(browser, folder, pictures, perSheet) {
  const page = await browser.newPage();
  const groups = new Set(pictures.map((picture) => picture.group));
  for (const group of groups) {
    const all = pictures.filter((picture) => picture.group === group);
    const sized = all.map((picture) => ({ ...picture, ...sizeOf(`${folder}/${picture.file}`) }));
    const usual = Math.min(...sized.map(({ height }) => height));
    const shown = sized.filter(({ height }) => height === usual);
    for (let from = 0; from < shown.length; from += perSheet)
      await drawSheet(page, folder, `sheet-${group}-${from / perSheet + 1}.png`, shown.slice(from, from + perSheet));
  }
  await page.close();
}

async function drawSheet(page, folder, file, shown) {
  const [{ width, height }] = shown;
  const { columns, scale } = layout(shown.length, width, height);
  const cells = shown.map(({ file, label }) => {
    const bytes = readFileSync(`${folder}/${file}`).toString("base64");
    return `<figure><figcaption>${label}</figcaption><img src="data:image/png;base64,${bytes}"></figure>`;
  });
  const style = `body{display:grid;grid-template-columns:repeat(${columns},max-content);gap:${gap}px;margin:${gap}px;background:#888;font:12px sans-serif}figure{margin:0}figcaption{height:${labelHeight}px;overflow:hidden;width:${width * scale}px;white-space:nowrap}img{display:block;width:${width * scale}px}`;
  await page.setViewportSize({ width: Math.ceil(columns * (width * scale + gap) + gap), height: 100 });
  await page.setContent(`<!doctype html><style>${style}</style>${cells.join("")}`);
  await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
}

/** How many abreast, so that they are seen as large as may be. */
function layout(count, width, height) {
  const choices = Array.from({ length: count }, (_, at) => {
    const columns = at + 1;
    const rows = Math.ceil(count / columns);
    const scale = Math.min(
      1,
      (largest.width / columns - gap) / width,
      (largest.height / rows - gap - labelHeight) / height,
    );
    return { columns, scale };
  });
  return choices.reduce((best, one) => (one.scale > best.scale ? one : best));
}

/** Width and height of a PNG, from its header. */
function sizeOf(path) {
  const header = readFileSync(path).subarray(16, 24);
  return { width: header.readUInt32BE(0), height: header.readUInt32BE(4) };
}

import { type Draft, isKnown, saveArticle } from "#library/articles.ts";

/** A guide as it is kept, but for when that was; `scripts/draw-guides.mjs` draws it from its page. */
type DrawnGuide = Omit<Draft, "receipt" | "original" | "pictures">;

/**
 * The guides that stand on the shelf at first start; each is loaded only when it is planted, read already: the first thing
 * a new reader sees shall not wait for extraction.
 */
const guides = [
  {
    id: "guide-zh",
    language: "zh",
    load: () => Promise.all([import("./guides/guide-zh.json"), import("./guides/guide-zh.html?raw")]),
  },
  {
    id: "guide-en",
    language: "en",
    load: () => Promise.all([import("./guides/guide-en.json"), import("./guides/guide-en.html?raw")]),
  },
];

/** Puts on the shelf each guide that was never there, the one in `language` (BCP 47) on top; a deleted one stays away. */
export async function plantGuides(language: string, now: number): Promise<void> {
  const order = guides.toSorted(
    (a, b) => Number(language.startsWith(a.language)) - Number(language.startsWith(b.language)),
  );
  for (const [place, { id, load }] of order.entries()) {
    if (await isKnown(id)) continue;
    const [[drawn, page], { compress }] = await Promise.all([load(), import("./originals.ts")]);
    const guide = drawn.default as DrawnGuide; // which a test holds it to
    const at = now + place;
    const receipt = { via: "guide", at, bytes: guide.html.length, pictures: { kept: 0, missing: {} } } as const;
    const original = { kind: "html", gzip: await compress(page.default) } as const;
    await saveArticle({ ...guide, receipt, original, pictures: [] }, at);
  }
}

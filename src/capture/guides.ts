import { isKnown } from "#library/articles.ts";

/** The guides that stand on the shelf at first start; each is loaded only when it is planted. */
const guides = [
  { id: "guide-zh", language: "zh", load: () => import("./guides/guide-zh.html?raw") },
  { id: "guide-en", language: "en", load: () => import("./guides/guide-en.html?raw") },
];

/** Puts on the shelf each guide that was never there, the one in `language` (BCP 47) on top; a deleted one stays away. */
export async function plantGuides(language: string, now: number): Promise<void> {
  const order = guides.toSorted(
    (a, b) => Number(language.startsWith(a.language)) - Number(language.startsWith(b.language)),
  );
  for (const [place, { id, load }] of order.entries()) {
    if (await isKnown(id)) continue;
    const { capture } = await import("./capture.ts");
    await capture({ kind: "html", via: "guide", content: (await load()).default, id }, now + place);
  }
}

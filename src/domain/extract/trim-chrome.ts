import { blocksOf } from "./blocks.ts";
import { chromeAround } from "./chrome-lines.ts";
import type { ParsedPage } from "./parsed-page.ts";

/** Takes the page's own lines off the head and the tail of the article. */
export function trimChrome(page: ParsedPage): void {
  if (page.isThread) return;
  const blocks = page.blocks ?? blocksOf(page.body);
  // A list of links is a block like any other here: after the last prose it is somebody else's headlines.
  const lines = blocks.map((block) =>
    block.element.querySelector("img, video, audio, svg, pre")
      ? block
      : { ...block, solid: block.solid && block.linked < 0.7 && !block.heading },
  );
  const drop = chromeAround(lines, page.title);
  if (drop.size === 0) return;
  for (const at of drop) {
    blocks[at]?.element.remove();
    page.removed.push({ step: "trim-chrome", text: blocks[at]?.text ?? "" });
  }
  page.blocks = blocks.filter((_, at) => !drop.has(at));
  delete page.span;
}

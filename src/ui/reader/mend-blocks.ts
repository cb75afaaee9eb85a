import { t } from "#i18n/messages.ts";

/** What a screen reader is told of a block: its beginning says which it is. */
const nameLength = 80;

/** Makes blocks of a filled body into buttons that are on or off; one of them at a time can be reached by Tab, the others by arrows. */
export function dressBlocks(body: HTMLElement, blocks: readonly Element[]): void {
  // A link or a scrolling box inside a button would be a second thing to tap.
  for (const link of body.querySelectorAll("a[href], area[href]")) link.removeAttribute("href");
  for (const stop of body.querySelectorAll("[tabindex]")) stop.removeAttribute("tabindex");
  for (const [at, block] of blocks.entries()) {
    block.setAttribute("role", "button");
    block.setAttribute("aria-pressed", "false");
    block.setAttribute("tabindex", at === 0 ? "0" : "-1");
    block.setAttribute("aria-label", nameOf(block));
  }
}

/** Which block an event happened in, or -1. */
export function blockOf(blocks: readonly Element[], event: Event): number {
  return blocks.findIndex((block) => block.contains(event.target as Node));
}

/** What a key asks of a block: to press it, to go to another, or nothing of ours. */
export function answerKey(blocks: readonly Element[], event: KeyboardEvent, press: (at: number) => void): void {
  const at = blockOf(blocks, event);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: blocks.length - 1 }[event.key];
  if (event.key === "Enter" || event.key === " ") press(at);
  else if (next === undefined) return;
  else focusBlock(blocks, Math.min(Math.max(next, 0), blocks.length - 1));
  event.preventDefault();
}

/** Moves the one block Tab reaches. */
export function focusBlock(blocks: readonly Element[], at: number): void {
  for (const block of blocks) block.setAttribute("tabindex", "-1");
  const block = blocks[at];
  if (!(block instanceof HTMLElement)) return;
  block.setAttribute("tabindex", "0");
  block.focus();
}

function nameOf(block: Element): string {
  const words = block.textContent?.replace(/\s+/g, " ").trim() ?? "";
  if (words) return words.length > nameLength ? `${words.slice(0, nameLength)}…` : words;
  const picture = block.querySelector("img");
  return picture ? [t.mend.picture, picture.alt].filter(Boolean).join(": ") : t.mend.block;
}

import { t } from "#i18n/messages.ts";

/** Blocks that may hold no button inside, and so stand in one. */
const closed = /^(?:TABLE|HR|PRE|UL|OL|DL|IMG)$/;

/**
 * Gives each block of a filled body a button that is on or off, and returns the buttons: inside the block, so that a
 * heading stays a heading and a list a list. One of them at a time can be reached by Tab, the others by arrows.
 */
export function dressBlocks(body: HTMLElement, blocks: readonly Element[]): HTMLElement[] {
  // A link or a scrolling box inside a button would be a second thing to tap.
  for (const link of body.querySelectorAll("a[href]")) link.removeAttribute("href");
  for (const stop of body.querySelectorAll("[tabindex]")) stop.removeAttribute("tabindex");
  return blocks.map((block, at) => {
    const button = document.createElement(closed.test(block.tagName) ? "div" : "span");
    if (button.localName === "div") {
      block.replaceWith(button);
      button.append(block);
    } else {
      button.append(...block.childNodes);
      block.append(button);
    }
    button.setAttribute("role", "button");
    button.setAttribute("aria-pressed", "false");
    button.setAttribute("tabindex", at === 0 ? "0" : "-1");
    if (!block.textContent?.trim()) button.setAttribute("aria-label", nameOf(block));
    return button;
  });
}

/** Which block an event happened in, or -1. */
export function blockOf(buttons: readonly Element[], event: Event): number {
  return buttons.findIndex((button) => button.contains(event.target as Node));
}

/** What a key asks of a block: to press it, to go to another, or nothing of ours. */
export function answerKey(buttons: readonly HTMLElement[], event: KeyboardEvent, press: (at: number) => void): void {
  const at = blockOf(buttons, event);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (event.key === "Enter" || event.key === " ") press(at);
  else if (next === undefined) return;
  else focusBlock(buttons, Math.min(Math.max(next, 0), buttons.length - 1));
  event.preventDefault();
}

/** Moves the one block Tab reaches. */
export function focusBlock(buttons: readonly HTMLElement[], at: number, options?: FocusOptions): void {
  for (const [place, button] of buttons.entries()) button.tabIndex = place === at ? 0 : -1;
  buttons[at]?.focus(options);
}

function nameOf(block: Element): string {
  const picture = block.querySelector("img");
  return picture ? [t.mend.picture, picture.alt].filter(Boolean).join(": ") : t.mend.block;
}

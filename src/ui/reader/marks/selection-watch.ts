import type { Span } from "#domain/anchor/anchor.ts";
import { offsetOf, type Run } from "#ui/reader/place/reading-place.ts";

/** What the reader has selected in the body: where, and the words as they would be copied. */
export type Selected = Span & { words: string };

/** A selection is answered when it has rested so long, in milliseconds: handles are still being drawn, or a tap takes it away. */
const rest = 160;

/** Tells of every selection in a body once it rests, and of its end; returns the function that stops it. */
export function watchSelection(
  body: HTMLElement,
  runs: readonly Run[],
  onChange: (selected: Selected | undefined) => void,
): () => void {
  let timer = 0;
  let held = false; // the mouse is still drawing it
  const look = () => {
    timer = 0;
    if (!held) onChange(selectedIn(body, runs));
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, rest);
  };
  const hold = (event: PointerEvent) => {
    held = event.pointerType === "mouse" && event.button === 0;
  };
  const release = () => {
    held = false;
    lookSoon();
  };
  const closing = new AbortController();
  document.addEventListener("selectionchange", lookSoon, closing);
  document.addEventListener("pointerdown", hold, closing);
  document.addEventListener("pointerup", release, closing);
  document.addEventListener("pointercancel", release, closing);
  return () => {
    clearTimeout(timer);
    closing.abort();
  };
}

function selectedIn(body: HTMLElement, runs: readonly Run[]): Selected | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(body)) return undefined;
  const start = offsetOf(runs, range.startContainer, range.startOffset);
  const end = offsetOf(runs, range.endContainer, range.endOffset);
  const words = selection.toString().trim();
  return start < end && words ? { start, end, words } : undefined;
}

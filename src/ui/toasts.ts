import { type ReadonlySignal, signal } from "@preact/signals";

/** A short word to the reader, with at most one thing to do about it. */
export type Toast = { id: number; text: string; action?: { label: string; run: () => void } };

/** Long enough to read a sentence and reach its button, in milliseconds. */
const stay = { plain: 5000, withAction: 9000 };

const shown = signal<readonly Toast[]>([]);
let lastId = 0;

/** What is being said now, oldest first. */
export const toasts: ReadonlySignal<readonly Toast[]> = shown;

/** Says something; it leaves by itself. */
export function say(text: string, action?: Toast["action"]): void {
  const toast: Toast = { id: ++lastId, text, ...(action && { action }) };
  // One at a time, but for an offer that still stands: more would hide the page.
  shown.value = [...shown.value.filter((standing) => standing.action).slice(-1), toast];
  setTimeout(() => dismiss(toast.id), action ? stay.withAction : stay.plain);
}

/** Takes a word back before its time. */
export function dismiss(id: number): void {
  shown.value = shown.value.filter((toast) => toast.id !== id);
}

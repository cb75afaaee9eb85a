import { type ReadonlySignal, signal } from "@preact/signals";

/** A short word to the reader, with at most one thing to do about it. */
export type Toast = { id: number; text: string; at: number; action?: ToastAction };

/** What there is to do about it; `opens` is the article it offers to open. */
type ToastAction = { label: string; run: () => void; opens?: string };

/** Long enough to read a sentence and reach its button, in milliseconds. */
const stay = { plain: 5000, withAction: 9000 };

/** Offers that may stand at a time; more would hide the page. */
const mostOffers = 2;

/** A word no older than this, in milliseconds, is of the very deed that leads elsewhere, and goes along. */
const underway = 1000;

const shown = signal<readonly Toast[]>([]);
const timers = new Map<number, ReturnType<typeof setTimeout>>();
let lastId = 0;

/** What is being said now, oldest first. */
export const toasts: ReadonlySignal<readonly Toast[]> = shown;

/** Says something; it leaves by itself. What only tells makes room for the next word, what can be undone stays its time. */
export function say(text: string, action?: ToastAction): void {
  const toast: Toast = { id: ++lastId, text, at: Date.now(), ...(action && { action }) };
  const standing = shown.value.filter((other) => other.action);
  shown.value = [...standing.slice(-(mostOffers - 1)), toast];
  startTimer(toast);
}

/** Takes a word back before its time. */
export function dismiss(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  shown.value = shown.value.filter((toast) => toast.id !== id);
}

/** Takes offers back to open what is open now. */
export function dismissOffersToOpen(article: string): void {
  for (const { id, action } of shown.peek()) if (action?.opens === article) dismiss(id);
}

/** Takes back, where the reader goes elsewhere, what was only said where they were: an undo may be the one way back, and stands. */
export function leaveBehind(): void {
  const before = Date.now() - underway;
  for (const { id, at, action } of shown.peek()) if (at < before && !action) dismiss(id);
}

/** Lets every word stay while the reader is at one of them, and gives each its full time again afterwards. */
export function holdToasts(held: boolean): void {
  for (const toast of shown.value) {
    clearTimeout(timers.get(toast.id));
    if (!held) startTimer(toast);
  }
}

function startTimer({ id, action }: Toast): void {
  timers.set(
    id,
    setTimeout(() => dismiss(id), action ? stay.withAction : stay.plain),
  );
}

// This moment of the list on screen, shared by what draws it and what is done in it.
import { type Signal, signal } from "@preact/signals";

/** The list on screen, for gestures and keys. */
export type ShownList = {
  element: HTMLElement;
  ids: readonly string[];
  /** Scrolls a row on screen and draws it. */
  show: (index: number) => void;
};

export const shownList: Signal<ShownList | undefined> = signal(undefined);

/** The articles chosen to do something with all of them; undefined while none are being chosen. */
export const selected: Signal<ReadonlySet<string> | undefined> = signal(undefined);

/** The article whose menu is open. */
export const menuFor: Signal<string | undefined> = signal(undefined);

/** The sheet that is open over the list. */
export const listSheet: Signal<"filter" | "keys" | undefined> = signal(undefined);

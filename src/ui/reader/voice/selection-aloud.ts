import { type Signal, signal } from "@preact/signals";

/** Reads the open article aloud from a character of its text on; undefined while nothing here can. */
export const readAloudFrom: Signal<((offset: number) => void) | undefined> = signal(undefined);

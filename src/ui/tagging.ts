import { type Signal, signal } from "@preact/signals";

/** Whose tags are being changed, by any screen; "all" while the tags themselves are. */
export const tagging: Signal<readonly string[] | "all" | undefined> = signal(undefined);

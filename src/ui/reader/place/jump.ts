import { signal } from "@preact/signals";

/** Where the reader was before a jump, as a character; undefined when there is nowhere to go back to. */
export const cameFrom = signal<number | undefined>(undefined);

/** Remembers where one is before the page jumps; after several jumps it is still where one was reading. */
export function rememberPlace(offset: number): void {
  cameFrom.value ??= offset;
}

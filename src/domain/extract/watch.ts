import { LiuyeError } from "#domain/errors.ts";

/**
 * A page may hold the app so long, in milliseconds: it is read on the page's own thread, and nothing answers meanwhile. The slowest
 * page within the other limits takes two seconds, and a phone may be four times slower: a page the reader wants is worth the wait.
 */
const patience = 8000;

let end = Number.POSITIVE_INFINITY;

/** Begins to measure the time one page takes. */
export function beginWatch(): void {
  end = performance.now() + patience;
}

/** Turns of a small loop between two looks at the clock: a look costs as much as a few of them. */
const turnsToLook = 32;

let turns = 0;

/** Counts a small turn of a loop that a page can make long; looks at the clock now and then, and throws as `watch` does. */
export function turn(): void {
  turns++;
  if (turns % turnsToLook === 0) watch();
}

/** Throws `page-too-complex` when the page's time is over; every long piece of work calls it. */
export function watch(): void {
  if (performance.now() > end) throw new LiuyeError("page-too-complex");
}

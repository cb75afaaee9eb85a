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

/** Throws `page-too-complex` when the page's time is over; every loop that a page can make long calls it. */
export function watch(): void {
  if (performance.now() > end) throw new LiuyeError("page-too-complex");
}

import { attend, beginVisit, isReading, lookAway, moveTo, readingOf, type Visit } from "#domain/reading.ts";
import { saveReading } from "#library/readings.ts";

/** What the reading page tells of one visit. */
export type Watch = {
  /** So much of the article has been read, 0 to 1: told at first and at every move. */
  moved: (progress: number) => void;
  /** The reader leaves the article. */
  end: () => void;
};

/** What a reader does while reading; a hand on the page is attention, too. */
const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove"] as const;

/** Signs are noticed once in so many milliseconds: a mouse gives hundreds. */
const notice = 1_000;

/** A visit that counts is written again after so many milliseconds, so that a killed tab loses little. */
const rewrite = 15_000;

/** Watches one visit of an article of so many characters and words, and keeps it as a reading as soon as it counts. */
export function watchReading(articleId: string, length: number): Watch {
  const id = crypto.randomUUID();
  const listening = new AbortController();
  let visit: Visit | undefined;
  let written = 0;
  let noticed = 0;

  const live = () => {
    const now = Date.now();
    if (!visit || now - noticed < notice || document.hidden) return;
    noticed = now;
    visit = attend(visit, now);
    keep(now - written >= rewrite);
  };

  const keep = (due: boolean) => {
    if (!visit || !isReading(visit) || !due) return;
    written = Date.now();
    saveReading(readingOf(visit, id, articleId, length)).catch(reportError);
  };

  const look = () => {
    if (!visit) return;
    if (document.hidden) {
      visit = lookAway(visit, Date.now());
      keep(true);
    } else {
      visit = attend(visit, Date.now());
    }
  };

  const options = { signal: listening.signal, passive: true };
  for (const sign of signs) addEventListener(sign, live, options);
  document.addEventListener("visibilitychange", look, options);
  addEventListener("pagehide", () => keep(true), options);
  // Who reads a full screen without touching it is reading all the same: attention lasts as long as patience does.
  const pulse = setInterval(() => visit && keep(Date.now() - written >= rewrite), rewrite);

  return {
    moved(progress) {
      const now = Date.now();
      visit = visit ? moveTo(visit, progress, now) : beginVisit(now, progress);
      keep(now - written >= rewrite);
    },
    end() {
      listening.abort();
      clearInterval(pulse);
      if (visit && !document.hidden) visit = lookAway(visit, Date.now());
      keep(true);
    },
  };
}

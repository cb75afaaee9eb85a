import { type Signal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Article, Place } from "#domain/article.ts";
import { placeOf, savePlace } from "#library/places.ts";
import { holdBack } from "./body/body-place.ts";
import { clearHits, type Hits, paintHits } from "./hits/search-hits.ts";
import { offsetOfMark } from "./marks/mark-place.ts";
import { type Following, followPlace, type View } from "./place/follow-place.ts";
import { type Watch, watchReading } from "./place/watch-reading.ts";
import { loadOwnFont } from "./type/own-font.ts";
import * as preferences from "./type/reading-preferences.ts";
import { useLook } from "./type/use-look.ts";
import { listenForTurns } from "./ways/turns.ts";
import type { Way } from "./ways/way.ts";
import { pagesWay } from "./ways/way-pages.ts";
import { scrollWay } from "./ways/way-scroll.ts";
import { verticalWay } from "./ways/way-vertical.ts";

/** An own font is waited for so many milliseconds; after that the words come first. */
const fontPatience = 500;

type Reading = {
  screen: RefObject<HTMLDivElement | null>;
  page: RefObject<HTMLElement | null>;
  view: Signal<View>;
  /** What was sought and found in the article; undefined when nothing was, or it is no longer of interest. */
  hits: Signal<Hits | undefined>;
  closeHits: () => void;
  following: () => Following | undefined;
  /** For the body: where to begin, and what to do when it can be read and when it is whole. */
  startAt: (body: HTMLElement) => Promise<number>;
  onOpened: (body: HTMLElement) => void;
  onFilled: (body: HTMLElement) => void;
};

/** An article and where it was opened from: a query, a highlight; and its place, where that is known already. */
type Opened = { article: Article; query: string; at: string | undefined; place: Place | null | undefined };

/** Reading one article: its place found, kept and followed, whatever way one goes through it. */
export function useReading({ article, query, at, place: known }: Opened): Reading {
  const { id } = article;
  const screen = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLElement>(null);
  const body = useRef<HTMLElement>(null);
  const following = useRef<Following>(null);
  const watch = useRef<Watch>(null);
  const here = useRef<number>(null); // where reading was when the body was last left
  // Asked for at once, so that it is there with the words.
  const kept = useMemo(() => (known === undefined ? placeOf(id).catch(() => null) : known), [id]);
  const view = useSignal<View>({ progress: 0, section: "", barsHidden: false, offset: 0 });
  const hits = useSignal<Hits | undefined>(undefined);
  const way = preferences.way.value;

  const leave = () => {
    here.current = following.current?.offset() ?? here.current;
    following.current?.stop();
    following.current = null;
  };
  const begin = () => {
    leave();
    if (!screen.current || !page.current || !body.current) return;
    following.current = followPlace({
      way: wayThrough(screen.current, page.current, body.current),
      body: body.current,
      start: { offset: here.current ?? 0 },
      onView: (next) => {
        view.value = next;
        watch.current?.moved(next.progress);
      },
      onPlace: (place) => savePlace(id, place).catch(reportError),
    });
  };

  useEffect(() => {
    screen.current?.focus({ preventScroll: true }); // space and arrows turn the page at once
    const { han, words } = article.length;
    watch.current = watchReading(id, han + words);
    const closing = new AbortController();
    if (page.current) listenForTurns(page.current, () => following.current ?? undefined, closing.signal);
    return () => {
      closing.abort();
      leave();
      watch.current?.end();
      clearHits();
    };
  }, []);
  useLayoutEffect(() => {
    if (following.current) begin();
  }, [way]);
  useLook({
    screen,
    page,
    // Pages are counted from the first: none of them may be guessed.
    beforeChange: () =>
      preferences.way.peek() !== "pages" && body.current && screen.current && holdBack(body.current, screen.current),
    onChange: () => following.current?.lookChanged(),
  });

  return {
    screen,
    page,
    view,
    hits,
    closeHits() {
      clearHits();
      hits.value = undefined;
      screen.current?.focus({ preventScroll: true });
    },
    following: () => following.current ?? undefined,
    async startAt(filled) {
      leave();
      body.current = filled;
      if (preferences.face.peek() === "own") {
        await Promise.race([loadOwnFont(), new Promise((resolve) => setTimeout(resolve, fontPatience))]);
      }
      // Filled again, in another writing perhaps, an article stays where it was; only opened it goes to what was wanted.
      if (here.current !== null) return here.current;
      const found = query ? paintHits(filled, query)?.bestOffset : at ? await offsetOfMark(at, filled) : undefined;
      here.current = found ?? (await kept)?.offset ?? 0;
      return here.current;
    },
    onOpened: begin,
    onFilled(filled) {
      if (query) hits.value = paintHits(filled, query); // anew: what was painted before the body was whole is gone
      following.current?.bodyGrew();
    },
  };
}

function wayThrough(screen: HTMLElement, page: HTMLElement, body: HTMLElement): Way {
  const way = preferences.way.peek();
  if (way === "pages") return pagesWay(page, body);
  return way === "vertical" ? verticalWay(page, body) : scrollWay(screen, body);
}

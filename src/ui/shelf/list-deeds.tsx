import { useEffect, useRef } from "preact/hooks";
import type { Filter, List } from "#domain/sift.ts";
import { t } from "#i18n/messages.ts";
import { rowOf } from "#library/rows.ts";
import type { ShelfTable } from "#library/shelf-table.ts";
import { purgeExpired } from "#library/trash.ts";
import { later } from "#ui/components/later.tsx";
import { archiveAllWithUndo, deleteWithUndo, favouriteWithUndo, restoreWithUndo } from "#ui/deeds.ts";
import { go, hrefOf, route } from "#ui/router.ts";
import { CardMenu } from "./card-menu.tsx";
import { choose, watchChoosing } from "./choosing.ts";
import { type ListKeys, watchKeys } from "./list-keys.ts";
import { listSheet, menuFor, selected, shownList } from "./list-state.ts";
import { makeThumbnails } from "./make-thumbnails.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { type SwipeDeed, watchSwipes } from "./swipe.ts";

const FilterSheet = later(async () => (await import("./filter-sheet.tsx")).FilterSheet);
const ListKeysSheet = later(async () => (await import("./list-keys-sheet.tsx")).ListKeysSheet);

type ListDeedsProps = { table: ShelfTable; list: List; filter: Filter; ids: readonly string[] };

/** A list that has not moved for so many milliseconds may have its thumbnails made. */
const rest = 600;

/** All that is done in a list by swipe, key, long press and menu, and the sheets and bars for it. */
export function ListDeeds({ table, list, filter, ids }: ListDeedsProps) {
  const present = useRef({ table, list });
  present.current = { table, list };
  const element = shownList.value?.element;
  useEffect(() => {
    if (!element) return;
    const ends = [
      watchSwipes(element, (id, side) => swipeOf(id, side, present.current)),
      watchChoosing(element),
      watchThumbnails(element),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [element]);
  useEffect(() => watchKeys(keysOf(() => present.current)), []);
  useEffect(() => {
    const timer = setTimeout(() => purgeExpired(Date.now()).catch(reportError), rest); // once a visit is often enough
    return () => clearTimeout(timer);
  }, []);
  const sheet = listSheet.value;
  const chosen = selected.value;
  const close = () => (listSheet.value = undefined);
  return (
    <>
      {chosen && <SelectionBar chosen={chosen} ids={ids} list={list} table={table} />}
      {menuFor.value && <CardMenu id={menuFor.value} list={list} table={table} />}
      {sheet === "filter" && <FilterSheet table={table} list={list} filter={filter} onClose={close} />}
      {sheet === "keys" && <ListKeysSheet onClose={close} />}
    </>
  );
}

type Present = { table: ShelfTable; list: List };

function swipeOf(id: string, side: "left" | "right", { table, list }: Present): SwipeDeed | undefined {
  const facts = table.get(id);
  if (!facts || selected.peek()) return undefined;
  if (list === "trash")
    return side === "right" ? { words: t.trash.restore, run: () => void restoreWithUndo([id]) } : undefined;
  const { favouritedAt, archivedAt } = facts;
  return side === "right"
    ? {
        words: favouritedAt ? t.article.unfavourite : t.article.favourite,
        run: () => void favouriteWithUndo([id], !favouritedAt),
      }
    : {
        words: archivedAt ? t.organise.unarchive : t.organise.archive,
        run: () => void archiveAllWithUndo([id], !archivedAt),
      };
}

function keysOf(present: () => Present): ListKeys {
  /** A deed with the facts of the article the key is at; in the trash there is none but choosing. */
  const deed = (run: (id: string, facts: { favouritedAt: number; archivedAt: number }) => unknown) => (id?: string) => {
    const facts = id === undefined ? undefined : present().table.get(id);
    if (id !== undefined && facts && present().list !== "trash") void run(id, facts);
  };
  const remove = deed((id) => deleteWithUndo(id));
  return {
    o: (id) => {
      const { article: _, ...place } = route.peek();
      if (id) location.hash = hrefOf({ ...place, article: id } as typeof route.value);
    },
    e: deed((id, { archivedAt }) => archiveAllWithUndo([id], !archivedAt)),
    s: deed((id, { favouritedAt }) => favouriteWithUndo([id], !favouritedAt)),
    "#": remove,
    Delete: remove,
    x: (id) => {
      if (id) choose(id);
    },
    Escape: () => (selected.value = undefined),
    "/": () => {
      go({ screen: "search", query: "" });
      focusSearch();
    },
    "?": () => (listSheet.value = "keys"),
  };
}

/** The field is there once its screen has been fetched. */
function focusSearch(tries = 60): void {
  const field = document.querySelector<HTMLElement>("input[type=search]");
  if (field) field.focus();
  else if (tries > 0) requestAnimationFrame(() => focusSearch(tries - 1));
}

/** Makes thumbnails for the cards on screen whenever the list has come to rest. */
function watchThumbnails(list: HTMLElement): () => void {
  let making = new AbortController();
  let timer = 0;
  const wait = () => {
    making.abort();
    clearTimeout(timer);
    timer = window.setTimeout(async () => {
      making = new AbortController();
      const drawn = [...list.querySelectorAll<HTMLElement>(".article-card")].map((card) => card.dataset.id ?? "");
      if (drawn.some((id) => rowOf(id))) await makeThumbnails(drawn, making.signal).catch(reportError);
    }, rest);
  };
  // Cards come by scrolling, and by being saved; a picture that comes into a card is no new card.
  const watcher = new MutationObserver(wait);
  watcher.observe(list.querySelector("ul") ?? list, { childList: true });
  wait();
  return () => {
    making.abort();
    clearTimeout(timer);
    watcher.disconnect();
  };
}

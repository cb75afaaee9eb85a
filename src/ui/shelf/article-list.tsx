import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { loadRows, rowOf } from "#library/rows.ts";
import type { ShelfTable } from "#library/shelf-table.ts";
import { Icon } from "#ui/components/icon.tsx";
import { ArticleCard } from "./article-card.tsx";
import { placeInList } from "./list-places.ts";
import { selected, shownList } from "./list-state.ts";
import { useCards } from "./use-cards.ts";
import { useRowWindow } from "./use-row-window.ts";
import "./article-list.css";

/** Rows read ahead of the drawn ones, on each side. */
const ahead = 24;

/** Of a list that is being dragged along something is read once in so many milliseconds. */
const flying = 60;

type ArticleListProps = {
  /** Names the list, for the place to be kept: its address. */
  list: string;
  ids: readonly string[];
  table: ShelfTable;
  /** The same function as long as the addresses are the same: with another all cards are drawn anew. */
  hrefOf: (id: string) => string;
  openId: string | undefined;
  /** What to say, and perhaps to do, when there is nothing to list. */
  empty: { title: string; hint?: string; deed?: { label: string; run: () => void } };
};

/** A list of articles that scrolls by itself, however long, or an honest word when it is empty. */
export function ArticleList(props: ArticleListProps) {
  const { list, ids, empty } = props;
  const ready = useSignal<string | undefined>(undefined);
  const shown = useRef<{ list: string; ids: readonly string[] } | undefined>(undefined);
  // The first cards are in memory before their list takes another's place: nothing flashes.
  const at = shown.current?.list === list ? 0 : Math.max(ids.indexOf(placeInList(list)?.id ?? ""), 0);
  const head = ids.slice(Math.max(at - 2, 0), at + ahead / 2);
  const isReady = shown.current?.list === list || ready.value === list || head.every((id) => rowOf(id));
  useLayoutEffect(() => {
    if (isReady) return;
    loadRows(head).then(() => {
      ready.value = list;
    }, reportError);
  }, [list]);
  if (isReady) shown.current = { list, ids };
  if (!shown.current) return null;
  if (ids.length > 0) return shown.current.ids.length > 0 ? <Rows {...props} {...shown.current} /> : null;
  return (
    <div class="article-list article-list-empty">
      <Icon name="leaf" />
      <p class="article-list-title">{empty.title}</p>
      {empty.hint && <p>{empty.hint}</p>}
      {empty.deed && (
        <button type="button" class="quiet-button" onClick={empty.deed.run}>
          {empty.deed.label}
        </button>
      )}
    </div>
  );
}

function Rows({ list, ids, table, hrefOf, openId }: ArticleListProps) {
  const { scroller, sizer, rows, from, to, first, last, onScroll, show } = useRowWindow(ids, list);
  const chosen = selected.value;
  const loaded = useSignal(0); // read while drawing, so that rows are drawn when they come
  const focused = useRef<{ id: string; index: number } | undefined>(undefined);
  void loaded.value;
  useRowsOf(ids, from, to, () => loaded.value++);
  useEffect(() => {
    if (scroller.current) shownList.value = { element: scroller.current, ids, show };
  }, [ids]);
  useEffect(
    () => () => {
      shownList.value = undefined;
    },
    [],
  );

  // The card with the focus stays drawn wherever the list is scrolled to; when it goes, its neighbour has the focus.
  const kept = focused.current ? ids.indexOf(focused.current.id) : -1;
  useLayoutEffect(() => {
    if (!focused.current || kept >= 0 || document.activeElement !== document.body) return;
    const next = Math.min(focused.current.index, ids.length - 1);
    rows.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus({ preventScroll: true });
  }, [kept]);

  const drawn = Array.from({ length: to - from }, (_, at) => from + at);
  if (kept >= 0 && (kept < from || kept >= to)) drawn.splice(kept < from ? 0 : drawn.length, 0, kept);
  // What is on screen is wanted first; then what lies before it, which would move it when it comes into sight unmeasured.
  const wanted = [
    ...drawn.filter((index) => index >= first && index <= last),
    ...drawn.filter((index) => index < first).reverse(),
    ...drawn.filter((index) => index > last),
  ];
  const cards = useCards(
    list,
    wanted.map((index) => ids[index] ?? ""),
    (id) => rowOf(id) !== undefined,
    () => loaded.value++,
  );
  return (
    <div class="article-list" ref={scroller} onScroll={onScroll}>
      <div class="article-list-length" ref={sizer}>
        <ul
          ref={rows}
          // biome-ignore lint/a11y/noRedundantRoles: without a marker Safari takes a list for none
          role="list"
          onFocusIn={({ target }) => {
            const row = (target as Element).closest<HTMLElement>("[data-id]");
            if (row) focused.current = { id: row.dataset.id ?? "", index: Number(row.dataset.index) };
          }}
          onFocusOut={({ relatedTarget }) => {
            if (relatedTarget) focused.current = undefined; // none when the card itself has gone
          }}
        >
          {drawn.map((index) => {
            const id = ids[index] ?? "";
            const row = cards.has(id) ? rowOf(id) : undefined;
            return (
              <li
                key={id}
                class="article-card"
                data-id={id}
                data-index={index}
                data-open={id === openId}
                data-chosen={chosen?.has(id)}
                data-away={index < from || index >= to ? "true" : undefined}
                aria-setsize={ids.length}
                aria-posinset={index + 1}
              >
                {row && (
                  <ArticleCard
                    row={row}
                    progress={table.get(id)?.progress ?? 0}
                    hrefOf={hrefOf}
                    open={id === openId}
                    chosen={chosen?.has(id)}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** Brings the rows about to be drawn into memory, one read at a time: of a list flung past, what it flies over is not read. */
function useRowsOf(ids: readonly string[], from: number, to: number, onLoaded: () => void): void {
  const wanted = useRef<readonly string[]>([]);
  const reading = useRef(false);
  const read = async () => {
    reading.current = true;
    try {
      for (let want = wanted.current; want.some((id) => !rowOf(id)); want = wanted.current) {
        await loadRows(want);
        onLoaded();
        if (want === wanted.current) break; // what is missing still has gone from the library
        await new Promise((resolve) => setTimeout(resolve, flying)); // it was flown over while it was read
      }
    } finally {
      reading.current = false;
    }
  };
  useEffect(() => {
    const drawn = ids.slice(from, to);
    const isAhead = drawn.every((id) => rowOf(id));
    const near = ids.slice(Math.max(from - ahead / 3, 0), to + ahead / 3);
    if (isAhead && near.every((id) => rowOf(id))) return;
    wanted.current = isAhead ? ids.slice(Math.max(from - ahead, 0), to + ahead) : drawn;
    if (!reading.current) read().catch(reportError);
  });
}

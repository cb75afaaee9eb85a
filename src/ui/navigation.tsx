import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { isIn } from "#domain/sift.ts";
import { t } from "#i18n/messages.ts";
import { type ShelfTable, shelfTable } from "#library/shelf-table.ts";
import { updateReady } from "#pwa/update.ts";
import { Icon } from "./components/icon.tsx";
import { later } from "./components/later.tsx";
import { hrefOf, route } from "./router.ts";
import "./navigation.css";

const RailLists = later(async () => (await import("./rail-lists.tsx")).RailLists);

const rail = matchMedia("(min-width: 700px)");
const isRail = signal(rail.matches);
rail.addEventListener("change", () => {
  isRail.value = rail.matches;
});

/** The tab bar of a phone, which is the left rail of a wide screen. */
export function Navigation({ onAdd }: { onAdd: () => void }) {
  const table = shelfTable.value;
  const counts = useMemo(() => table && countLists(table), [table]);
  const { screen } = route.value;
  const isTagged = "filter" in route.value && route.value.filter?.tag !== undefined && isRail.value; // the tag has it
  const current = (name: typeof screen) => (screen === name && !isTagged ? "page" : undefined);
  return (
    <nav class="navigation" aria-label={t.tabs.label}>
      <p class="navigation-name">
        <Icon name="leaf" />
        <span>{t.name}</span>
      </p>
      <a href={hrefOf({ screen: "shelf" })} aria-current={current("shelf")}>
        <Icon name="shelf" />
        <span>{t.tabs.shelf}</span>
        <small aria-hidden="true">{counts?.shelf}</small>
      </a>
      <a href={hrefOf({ screen: "favourites" })} aria-current={current("favourites")}>
        <Icon name="star" />
        <span>{t.tabs.favourites}</span>
        <small aria-hidden="true">{counts?.favourites}</small>
      </a>
      <button type="button" class="navigation-add" aria-label={t.tabs.add} onClick={onAdd}>
        <Icon name="plus" />
        <span aria-hidden="true">{t.tabs.add}</span>
      </button>
      {isRail.value && <RailLists />}
      <a href={hrefOf({ screen: "search", query: "" })} aria-current={current("search")}>
        <Icon name="search" />
        <span>{t.tabs.search}</span>
      </a>
      <a href={hrefOf({ screen: "me" })} class="navigation-me" aria-current={current("me")}>
        <Icon name="me" />
        <span>{t.tabs.me}</span>
        {updateReady.value && (
          <small class="navigation-update">
            <span class="unseen">{t.me.update}</span>
          </small>
        )}
      </a>
    </nav>
  );
}

function countLists(table: ShelfTable): { shelf: number; favourites: number } {
  const counts = { shelf: 0, favourites: 0 };
  for (const facts of table.values()) {
    if (isIn("shelf", facts)) counts.shelf++;
    if (isIn("favourites", facts)) counts.favourites++;
  }
  return counts;
}

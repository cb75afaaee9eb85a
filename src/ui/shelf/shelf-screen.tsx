import { useEffect, useMemo } from "preact/hooks";
import { type Filter, type List, order } from "#domain/sift.ts";
import { t } from "#i18n/messages.ts";
import { newest, shelfTable } from "#library/shelf-table.ts";
import { updateReady } from "#pwa/update.ts";
import { Icon } from "#ui/components/icon.tsx";
import { later } from "#ui/components/later.tsx";
import { listSort } from "#ui/preferences.ts";
import { hrefOf, leaveList, route } from "#ui/router.ts";
import { ArticleList } from "./article-list.tsx";
import { listSheet, selected } from "./list-state.ts";
import { siftedOnce } from "./sifted.ts";
import "./shelf-screen.css";

// Wanted as soon as the first cards stand, but not for them.
const ListChips = later(async () => (await import("./list-chips.tsx")).ListChips);
const TrashBar = later(async () => (await import("./trash-bar.tsx")).TrashBar);
const UpdateLine = later(async () => (await import("#ui/update-line.tsx")).UpdateLine);
const NothingFits = later(async () => (await import("./nothing-fits.tsx")).NothingFits);
const ListDeeds = later(async () => (await import("./list-deeds.tsx")).ListDeeds);

const BackupLine = later(async () => (await import("#ui/backup-line.tsx")).BackupLine);

const all: Filter = {};

/** A list of articles with its filters: the shelf, the favourites, the archive or the trash. */
export function ShelfScreen({ list, onAdd }: { list: List; onAdd: () => void }) {
  const whole = shelfTable.value;
  const place = route.value;
  const filter = ("filter" in place && place.filter) || all;
  const sort = list === "trash" ? "saved" : listSort.value;
  const address = hrefOf({ screen: list, filter });
  // The newest stand at once; where they are not what is asked for, the facts of all are waited for.
  const table = whole ?? (address === "#/shelf" && sort === "saved" ? newest.value : undefined);
  const ordered = useMemo(() => table && order(table.values(), list, sort), [table, list, sort]);
  const idsOf = useMemo(() => ordered && siftedOnce(ordered), [ordered]);
  const ids = idsOf?.(filter);
  const hrefOfCard = useMemo(() => (article: string) => hrefOf({ screen: list, filter, article }), [address]);
  const isBare = !ordered?.length;
  useEffect(() => {
    selected.value = undefined;
  }, [address]);
  const titles: Record<List, string> = {
    shelf: t.tabs.shelf,
    favourites: t.tabs.favourites,
    archive: t.organise.archiveTab,
    trash: t.trash.title,
  };
  return (
    <div class="shelf-screen" data-list={list}>
      <header class="screen-bar">
        {(list === "archive" || list === "trash") && (
          <button type="button" class="icon-button shelf-back" aria-label={t.finding.back} onClick={leaveList}>
            <Icon name="back" />
          </button>
        )}
        <h1>{titles[list]}</h1>
        {!isBare && list !== "trash" && (
          <button
            type="button"
            class="icon-button shelf-filter"
            aria-label={t.sift.title}
            title={t.sift.title}
            onClick={() => (listSheet.value = "filter")}
          >
            <Icon name="filter" />
          </button>
        )}
        {list === "shelf" && (
          <button type="button" class="icon-button shelf-add" aria-label={t.tabs.add} onClick={onAdd}>
            <Icon name="plus" />
          </button>
        )}
      </header>
      {updateReady.value && list === "shelf" && <UpdateLine />}
      {!isBare && (
        <div class="shelf-tools">
          {whole && list === "trash" && <TrashBar ids={ids ?? []} />}
          {whole && idsOf && list !== "trash" && (
            <ListChips table={whole} idsOf={idsOf} list={list} filter={filter} sort={sort} />
          )}
        </div>
      )}
      {whole && list === "shelf" && <BackupLine />}
      {!isBare && ids?.length === 0 && <NothingFits list={list} filter={filter} />}
      {table && ids && (isBare || ids.length > 0) && (
        <ArticleList
          list={address + sort}
          ids={ids}
          table={table}
          hrefOf={hrefOfCard}
          openId={place.article}
          empty={emptyOf(list, onAdd)}
        />
      )}
      {whole && ids && <ListDeeds table={whole} list={list} filter={filter} ids={ids} />}
    </div>
  );
}

function emptyOf(list: List, onAdd: () => void) {
  if (list === "favourites") return { title: t.shelf.noFavourites, hint: t.shelf.noFavouritesHint };
  if (list === "archive") return { title: t.organise.archiveEmpty, hint: t.organise.archiveHint };
  if (list === "trash") return { title: t.trash.empty };
  return { title: t.shelf.empty, hint: t.shelf.emptyHint, deed: { label: t.tabs.add, run: onAdd } };
}

import { useMemo } from "preact/hooks";
import { isIn } from "#domain/sift.ts";
import { t } from "#i18n/messages.ts";
import { libraryCounts } from "#library/counts.ts";
import { shelfTable } from "#library/shelf-table.ts";
import { keptTags } from "#library/tags.ts";
import { Icon } from "./components/icon.tsx";
import { hrefOf, route } from "./router.ts";
import { wornTags } from "./shelf/tag-choice.ts";
import { tagging } from "./tagging.ts";
import { useLive } from "./use-live.ts";
import "./rail-lists.css";

/** What a wide screen's rail has room for: the notes, the archive, the tags, the trash. */
export function RailLists() {
  const table = shelfTable.value;
  const kept = useLive(keptTags);
  const tags = useMemo(() => (table ? wornTags(table, kept) : []), [table, kept]);
  const trashed = useMemo(
    () =>
      table
        ? table
            .values()
            .filter((facts) => isIn("trash", facts))
            .toArray().length
        : 0,
    [table],
  );
  const notes = useLive(libraryCounts)?.notes;
  const { screen } = route.value;
  const tag = "filter" in route.value ? route.value.filter?.tag : undefined;
  return (
    <div class="rail-lists">
      <a
        href={hrefOf({ screen: "notes" })}
        class="navigation-notes"
        aria-current={screen === "notes" ? "page" : undefined}
      >
        <Icon name="pencil" />
        <span>{t.notes.title}</span>
        <small aria-hidden="true">{notes}</small>
      </a>
      <a href={hrefOf({ screen: "archive" })} aria-current={screen === "archive" ? "page" : undefined}>
        <Icon name="box" />
        <span>{t.organise.archiveTab}</span>
      </a>
      {tags.length > 0 && (
        <div class="rail-lists-tags">
          <h2>
            {t.organise.tags}
            <button
              type="button"
              class="icon-button"
              aria-label={t.organise.manageTags}
              title={t.organise.manageTags}
              onClick={() => (tagging.value = "all")}
            >
              <Icon name="pencil" />
            </button>
          </h2>
          {tags.map(({ name, colour, count }) => (
            <a
              key={name}
              href={hrefOf({ screen: "shelf", filter: { tag: name } })}
              aria-current={tag === name ? "page" : undefined}
            >
              {colour ? <i data-tag-colour={colour} /> : <Icon name="tag" />}
              <span>{name}</span>
              <small aria-hidden="true">{count}</small>
            </a>
          ))}
        </div>
      )}
      {trashed > 0 && (
        <a
          class="rail-lists-trash"
          href={hrefOf({ screen: "trash" })}
          aria-current={screen === "trash" ? "page" : undefined}
        >
          <Icon name="trash" />
          <span>{t.trash.title}</span>
          <small aria-hidden="true">{trashed}</small>
        </a>
      )}
    </div>
  );
}

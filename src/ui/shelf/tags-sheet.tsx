import { useSignal } from "@preact/signals";
import { tagColours, tagName } from "#domain/tag.ts";
import { t } from "#i18n/messages.ts";
import type { ShelfTable } from "#library/shelf-table.ts";
import { keepTag, keptTags } from "#library/tags.ts";
import { Icon } from "#ui/components/icon.tsx";
import { Segments } from "#ui/components/segments.tsx";
import { Sheet } from "#ui/components/sheet.tsx";
import { deleteTagWithUndo, orSayWhy, renameTagWithUndo } from "#ui/deeds.ts";
import { useLive } from "#ui/use-live.ts";
import { type WornTag, wornTags } from "./tag-choice.ts";
import "./tags-sheet.css";

/** All tags, to be renamed, merged, coloured, deleted, and made before an article wears them. */
export function TagsSheet({ table, onClose }: { table: ShelfTable; onClose: () => void }) {
  const kept = useLive(keptTags);
  const open = useSignal<string | undefined>(undefined);
  const typed = useSignal("");
  const tags = wornTags(table, kept);
  return (
    <Sheet label={t.organise.manageTags} onClose={onClose}>
      <div class="tags-sheet">
        <h2>{t.organise.manageTags}</h2>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const name = tagName(typed.value);
            if (name && !tags.some((tag) => tag.name === name)) void orSayWhy(() => keepTag({ name }));
            typed.value = "";
          }}
        >
          <input
            value={typed.value}
            placeholder={t.organise.newTag}
            aria-label={t.organise.newTag}
            onInput={(event) => (typed.value = event.currentTarget.value)}
          />
          <button type="submit" class="quiet-button">
            {t.organise.addTag}
          </button>
        </form>
        {tags.length === 0 && <p class="tags-sheet-none">{t.organise.noTags}</p>}
        <ul>
          {tags.map((tag) => (
            <li key={tag.name}>
              <button
                type="button"
                class="tags-sheet-tag"
                aria-expanded={open.value === tag.name}
                onClick={() => (open.value = open.value === tag.name ? undefined : tag.name)}
              >
                <i data-tag-colour={tag.colour ?? "none"} />
                <span>{tag.name}</span>
                <small>{t.organise.tagCount(tag.count)}</small>
              </button>
              {open.value === tag.name && <OneTag tag={tag} tags={tags} onRenamed={(name) => (open.value = name)} />}
            </li>
          ))}
        </ul>
        <button type="button" class="main-button tags-sheet-done" onClick={onClose}>
          {t.organise.done}
        </button>
      </div>
    </Sheet>
  );
}

function OneTag({ tag, tags, onRenamed }: { tag: WornTag; tags: WornTag[]; onRenamed: (name: string) => void }) {
  const typed = useSignal(tag.name);
  const name = tagName(typed.value);
  const other = name !== tag.name && tags.some((one) => one.name === name);
  return (
    <form
      class="tags-sheet-one"
      onSubmit={(event) => {
        event.preventDefault();
        if (!name || name === tag.name) return;
        onRenamed(name);
        void renameTagWithUndo(tag.name, name);
      }}
    >
      <input
        value={typed.value}
        aria-label={t.organise.tagName}
        onInput={(event) => (typed.value = event.currentTarget.value)}
      />
      <button type="submit" class="quiet-button" disabled={!name || name === tag.name}>
        {other ? t.organise.merge(name) : t.organise.rename}
      </button>
      <Segments
        label={t.organise.tagColour}
        options={["none", ...tagColours]}
        words={t.organise.colours}
        chosen={tag.colour ?? "none"}
        classOf={(colour) => `tag-colour tag-colour-${colour}`}
        onChoose={(colour) => orSayWhy(() => keepTag({ name: tag.name, ...(colour !== "none" && { colour }) }))}
      />
      <button
        type="button"
        class="quiet-button tags-sheet-delete"
        onClick={() => deleteTagWithUndo(tag.name)}
        aria-label={t.organise.deleteTag(tag.name)}
      >
        <Icon name="trash" />
        {t.article.delete}
      </button>
    </form>
  );
}

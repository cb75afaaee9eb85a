import { useSignal } from "@preact/signals";
import { tagName } from "#domain/tag.ts";
import { t } from "#i18n/messages.ts";
import type { ShelfTable } from "#library/shelf-table.ts";
import { keptTags } from "#library/tags.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { tagWithUndo } from "#ui/deeds.ts";
import { useLive } from "#ui/use-live.ts";
import { wornTags } from "./tag-choice.ts";
import "./tag-sheet.css";

type TagSheetProps = { ids: readonly string[]; table: ShelfTable; onManage: () => void; onClose: () => void };

/** The tags of one article or of many: a mark that only some have stays as it is until it is touched. */
export function TagSheet({ ids, table, onManage, onClose }: TagSheetProps) {
  const kept = useLive(keptTags);
  const typed = useSignal("");
  const wanted = useSignal<ReadonlyMap<string, boolean>>(new Map());
  const worn = ids.map((id) => table.get(id)?.tags ?? []);
  const stateOf = (tag: string) => {
    const has = worn.filter((tags) => tags.includes(tag)).length;
    return wanted.value.get(tag) ?? (has === 0 ? false : has === worn.length || "some");
  };
  const set = (tag: string, has: boolean) => (wanted.value = new Map(wanted.value).set(tag, has));
  const known = wornTags(table, kept);
  const fresh = [...wanted.value.keys()].filter((tag) => !known.some(({ name }) => name === tag));
  const apply = () => {
    const changed = [...wanted.value];
    const add = changed.flatMap(([tag, has]) => (has ? [tag] : []));
    const remove = changed.flatMap(([tag, has]) => (has ? [] : [tag]));
    onClose();
    if (changed.length > 0) void tagWithUndo(ids, add, remove);
  };
  return (
    <Sheet label={t.organise.tagsOf(ids.length)} onClose={onClose}>
      <div class="tag-sheet">
        <h2>{t.organise.tagsOf(ids.length)}</h2>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const name = tagName(typed.value);
            if (name) set(name, true);
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
        {known.length + fresh.length === 0 && <p class="tag-sheet-none">{t.organise.noTags}</p>}
        <ul>
          {[...fresh.map((name) => ({ name, count: 0, colour: undefined })), ...known].map(
            ({ name, colour, count }) => (
              <li key={name}>
                <label>
                  <input
                    type="checkbox"
                    checked={stateOf(name) === true}
                    ref={(box) => {
                      if (box) box.indeterminate = stateOf(name) === "some";
                    }}
                    onChange={(event) => set(name, event.currentTarget.checked)}
                  />
                  <i data-tag-colour={colour ?? "none"} />
                  <span>{name}</span>
                  <small>{count > 0 && count}</small>
                </label>
              </li>
            ),
          )}
        </ul>
        <p class="tag-sheet-end">
          <button type="button" class="quiet-button tag-sheet-manage" onClick={onManage}>
            {t.organise.manageTags}
          </button>
          <button type="button" class="main-button tag-sheet-done" onClick={apply}>
            {t.organise.done}
          </button>
        </p>
      </div>
    </Sheet>
  );
}

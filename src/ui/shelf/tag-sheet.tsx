import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { tagName } from "#domain/tag.ts";
import { t } from "#i18n/messages.ts";
import type { ShelfTable } from "#library/shelf-table.ts";
import { keptTags } from "#library/tags.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { useLive } from "#ui/use-live.ts";
import { wornTags } from "./tag-choice.ts";
import { beginTagging, type Worn } from "./tag-deed.ts";
import "./tag-sheet.css";

type TagSheetProps = { ids: readonly string[]; table: ShelfTable; onManage: () => void; onClose: () => void };

/** The tags of one article or of many: each tick is kept at once, and what was typed is never lost, however the sheet is left. */
export function TagSheet({ ids, table, onManage, onClose }: TagSheetProps) {
  const kept = useLive(keptTags);
  const typed = useSignal("");
  const settled = useSignal(0); // read while drawing, a tick that was kept shows at once, one that could not be is taken back
  void settled.value;
  const deed = useRef(beginTagging(ids)).current;
  const names = useRef<string[]>([]); // a tag stays where it stands, even one no article wears any more
  const known = new Map(wornTags(table, kept).map((tag) => [tag.name, tag]));
  names.current.push(...[...known.keys()].filter((name) => !names.current.includes(name)));
  const worn = ids.map((id) => table.get(id)?.tags ?? []);
  const stateOf = (tag: string): Worn => {
    const has = worn.filter((tags) => tags.includes(tag)).length;
    return deed.kept.get(tag) ?? (has === 0 ? false : has === worn.length || "some");
  };
  const set = (tag: string, has: boolean) => deed.set(tag, has, stateOf(tag)).then(() => settled.value++);
  const addTyped = () => {
    const name = tagName(typed.peek());
    typed.value = "";
    if (!name) return;
    if (!names.current.includes(name)) names.current.unshift(name);
    void set(name, true);
  };
  const leave = useRef(() => {});
  leave.current = () => {
    addTyped();
    void deed.end();
  };
  useEffect(() => () => leave.current(), []);
  return (
    <Sheet label={t.organise.tagsOf(ids.length)} onClose={onClose}>
      <div class="tag-sheet">
        <h2>{t.organise.tagsOf(ids.length)}</h2>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            addTyped();
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
        {names.current.length === 0 && <p class="tag-sheet-none">{t.organise.noTags}</p>}
        <ul>
          {names.current.map((name) => (
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
                <i data-tag-colour={known.get(name)?.colour ?? "none"} />
                <span>{name}</span>
                <small>{known.get(name)?.count || ""}</small>
              </label>
            </li>
          ))}
        </ul>
        <p class="tag-sheet-end">
          <button type="button" class="quiet-button tag-sheet-manage" onClick={onManage}>
            {t.organise.manageTags}
          </button>
          <button type="button" class="main-button tag-sheet-done" onClick={onClose}>
            {t.organise.done}
          </button>
        </p>
      </div>
    </Sheet>
  );
}

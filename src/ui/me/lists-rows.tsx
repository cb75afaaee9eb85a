import { t } from "#i18n/messages.ts";
import { trashDays } from "#library/trash.ts";
import { hrefOf } from "#ui/router.ts";
import { tagging } from "#ui/tagging.ts";
import "./lists-rows.css";

/** The ways to the tags and to the lists a phone's tabs have no room for. */
export function ListsRows() {
  return (
    <>
      <div class="me-row lists-rows">
        <span>{t.organise.tags}</span>
        <small>{t.organise.tagsHint}</small>
        <button type="button" class="quiet-button me-tags" onClick={() => (tagging.value = "all")}>
          {t.organise.open}
        </button>
      </div>
      <div class="me-row lists-rows">
        <span>{t.trash.title}</span>
        <small>{t.trash.note(trashDays)}</small>
        <a class="quiet-button me-trash" href={hrefOf({ screen: "trash" })}>
          {t.organise.open}
        </a>
      </div>
    </>
  );
}

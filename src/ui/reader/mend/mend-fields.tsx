import { useSignal } from "@preact/signals";
import type { EditableField } from "#domain/article.ts";
import { t } from "#i18n/messages.ts";
import { editableFields, editFields } from "#library/edits.ts";
import { MendFoot } from "./mend-foot.tsx";
import type { MendStep } from "./mend-screen.tsx";
import "./mend-fields.css";

/** Title, author, source and date, to be written by hand. */
export function MendFields({ article, onDone }: MendStep) {
  const fields = useSignal<Record<EditableField, string>>({
    title: article.title,
    byline: article.byline ?? "",
    source: article.source ?? "",
    published: article.published?.slice(0, 10) ?? "",
  });
  const { title, published } = fields.value;
  const faults: Partial<Record<EditableField, string>> = {
    ...(!title.trim() && { title: t.mend.titleBad }),
    ...(published.trim() && !isDay(published.trim()) && { published: t.mend.dateBad }),
  };

  async function save() {
    const written = { ...fields.value };
    for (const field of editableFields) written[field] = written[field].trim();
    // The page may know the hour as well; a day left as it was does not take it away.
    if (article.published?.slice(0, 10) === written.published) written.published = article.published;
    onDone(await editFields(article.id, written), t.mend.fieldsDone);
  }

  return (
    <>
      <form class="mend-page mend-fields" onSubmit={(event) => event.preventDefault()}>
        <p class="mend-hint">{t.mend.hints.fields}</p>
        {editableFields.map((field) => (
          <label key={field}>
            <span>{t.mend.names[field]}</span>
            <input
              type="text"
              name={field}
              autocomplete="off"
              spellcheck={false}
              value={fields.value[field]}
              lang={field === "title" ? article.lang : undefined}
              aria-invalid={faults[field] !== undefined}
              aria-describedby={faults[field] || field === "published" ? `mend-${field}-words` : undefined}
              onInput={(event) => {
                fields.value = { ...fields.value, [field]: event.currentTarget.value };
              }}
            />
            {(faults[field] || field === "published") && (
              <small id={`mend-${field}-words`} class={faults[field] ? "mend-problem" : ""}>
                {faults[field] ?? t.mend.dateHint}
              </small>
            )}
          </label>
        ))}
      </form>
      <MendFoot words="" deed={t.mend.save} disabled={Object.keys(faults).length > 0} onDeed={save} />
    </>
  );
}

/** A day that is in the calendar, written `2019-09-03`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

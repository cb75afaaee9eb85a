import { useSignal } from "@preact/signals";
import type { Article, EditableField, EditableList } from "#domain/article.ts";
import { documentNumbersIn } from "#domain/text/document-numbers.ts";
import { typedStandard } from "#domain/text/standards.ts";
import { t } from "#i18n/messages.ts";
import { editableFields, editableLists, editFields } from "#library/edits.ts";
import { MendFoot } from "./mend-foot.tsx";
import type { MendStep } from "./mend-screen.tsx";
import "./mend-fields.css";

type Name = EditableField | EditableList;

const names: readonly Name[] = [...editableFields, ...editableLists];

/** Title, author, source, date and numbers, to be written by hand. */
export function MendFields({ article, onDone }: MendStep) {
  const fields = useSignal<Record<Name, string>>({
    title: article.title,
    byline: article.byline ?? "",
    source: article.source ?? "",
    published: article.published?.slice(0, 10) ?? "",
    documentNumbers: listed(article, "documentNumbers"),
    standards: listed(article, "standards"),
  });
  const { title, published } = fields.value;
  const faults: Partial<Record<Name, string>> = {
    ...(!title.trim() && { title: t.mend.titleBad }),
    // A page may know no more than a month: what it said stays, until it is written anew.
    ...(published.trim() &&
      published !== article.published?.slice(0, 10) &&
      !isDay(published.trim()) && { published: t.mend.dateBad }),
  };
  const [fault] = names.filter((name) => faults[name]);

  async function save() {
    const written = { ...fields.value };
    for (const field of editableFields) written[field] = written[field].trim();
    // The page may know the hour as well; a day left as it was does not take it away.
    if (article.published?.slice(0, 10) === written.published) written.published = article.published;
    const lists = {
      documentNumbers: apart(written.documentNumbers).map((number) => documentNumbersIn(number)[0] ?? number),
      standards: apart(written.standards).map((number) => typedStandard(number) ?? number),
    };
    onDone(await editFields(article.id, { ...written, ...lists }), t.mend.fieldsDone);
  }

  return (
    <>
      <form class="mend-page mend-fields" onSubmit={(event) => event.preventDefault()}>
        <p class="mend-hint">{t.mend.hints.fields}</p>
        {names.map((field) => (
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
              aria-describedby={faults[field] || hintOf(field) ? `mend-${field}-words` : undefined}
              onInput={(event) => {
                fields.value = { ...fields.value, [field]: event.currentTarget.value };
              }}
            />
            {(faults[field] || hintOf(field)) && (
              <small id={`mend-${field}-words`} class={faults[field] ? "mend-problem" : ""}>
                {faults[field] ?? hintOf(field)}
              </small>
            )}
          </label>
        ))}
      </form>
      <MendFoot
        words={fault && `${t.mend.names[fault]}: ${faults[fault]}`}
        deed={t.mend.save}
        disabled={fault !== undefined}
        onDeed={save}
      />
    </>
  );
}

function hintOf(name: Name): string {
  if (name === "published") return t.mend.dateHint;
  return name === "documentNumbers" || name === "standards" ? t.mend.listHint : "";
}

function listed(article: Article, name: EditableList): string {
  return (article[name] ?? []).join("、");
}

/** What stands between 、 and commas, each once. */
function apart(words: string): string[] {
  return [...new Set(words.split(/[、,，;；]/).map((word) => word.trim()))].filter(Boolean);
}

/** A day that is in the calendar, written `2019-09-03`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

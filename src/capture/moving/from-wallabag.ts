import { dateIn } from "#domain/extract/dates.ts";
import { belongingOf, type Row } from "./belonging.ts";
import { type JsonRecord, listOf, recordsOf, wordsOf } from "./json-records.ts";

/** What wallabag keeps where it could not fetch an article. */
const failedContent = /wallabag can't retrieve contents for this article|^Oh, what a shame, no content/i;
const failedTitle = /^No title found$/i;

/** Whether a record is an entry of wallabag: `is_archived` of version 2, `is_read` with `is_fav` of version 1. */
export function isWallabagEntry(record: JsonRecord): boolean {
  return "url" in record && ("is_archived" in record || ("is_read" in record && "is_fav" in record));
}

/** Whether text that is not JSON began as an export of wallabag. */
export function isTornWallabag(text: string): boolean {
  return /^\s*\[\s*\{/.test(text) && /"(?:is_archived|is_fav)"\s*:/.test(text) && /"url"\s*:/.test(text);
}

/** Reads wallabag's entries with their text and annotations. */
export function* fromWallabag(entries: readonly JsonRecord[]): Generator<Row> {
  for (const entry of entries) {
    const title = wordsOf(entry.title);
    const html = wordsOf(entry.content);
    yield belongingOf({
      url: entry.url,
      title: failedTitle.test(title) ? "" : title,
      savedAt: entry.created_at,
      favourite: isSet(entry.is_starred ?? entry.is_fav),
      archived: isSet(entry.is_archived ?? entry.is_read),
      tags: tagsOf(entry.tags),
      byline: listOf(entry.published_by).map(wordsOf).filter(Boolean).join(", "),
      source: entry.domain_name,
      published: dateIn(wordsOf(entry.published_at)),
      highlights: recordsOf(entry.annotations).map(({ quote, text, created_at }) => ({
        quote,
        note: text,
        at: created_at,
      })),
      html: failedContent.test(html.slice(0, 300)) ? "" : html,
    });
  }
}

/** `true`, `1` and `"1"`, according to the version. */
function isSet(value: unknown): boolean {
  return value === true || wordsOf(value) === "1";
}

/** `["a", "b"]` in an export, `[{ label: "a" }]` from the API, `"a,b"` in version 1. */
function tagsOf(tags: unknown): readonly unknown[] {
  if (typeof tags === "string") return tags.split(",");
  return [...listOf(tags), ...recordsOf(tags).map(({ label }) => label)];
}

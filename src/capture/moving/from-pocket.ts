import { belongingOf, type Row } from "./belonging.ts";
import { tagsIn } from "./html-tags.ts";
import { type JsonRecord, recordsOf } from "./json-records.ts";
import type { Sheet } from "./sheet.ts";

/** Whether a table is Pocket's: `title,url,time_added,tags,status`, in some years with a `cursor`. */
export function isPocketSheet(sheet: Sheet): boolean {
  return sheet.has("url", "time_added");
}

/** Reads `part_000000.csv` of Pocket's last exports. */
export function* fromPocketSheet(sheet: Sheet): Generator<Row> {
  for (const cell of sheet.rows()) {
    yield belongingOf({
      url: cell("url"),
      title: cell("title"),
      savedAt: cell("time_added"),
      archived: cell("status").trim().toLowerCase() === "archive",
      // Pocket writes a|b; no tag of its could hold a comma, and what others made of its files has commas.
      tags: cell("tags").split(/[|,]/),
    });
  }
}

/** Whether HTML is Pocket's `ril_export.html`. */
export function isPocketHtml(html: string): boolean {
  const head = html.slice(0, 2000);
  return /<title>\s*Pocket Export\s*<\/title>/i.test(head) || /<a\b[^<>]{1,1000}\stime_added="\d/i.test(head);
}

/** Reads `ril_export.html`: lists of links under the headings Unread and Read Archive. */
export function* fromPocketHtml(html: string): Generator<Row> {
  let archived = false;
  let link: ReadonlyMap<string, string> | undefined;
  let title = "";
  for (const { name, attributes, after } of tagsIn(html)) {
    if (name === "h1") archived = /archive/i.test(after);
    if (link && (name === "/a" || name === "a" || name === "li" || name === "/ul")) {
      yield linkOf(link, title, archived);
      link = undefined;
    }
    if (name === "a") {
      link = attributes;
      title = "";
    }
    title += after;
  }
  if (link) yield linkOf(link, title, archived);
}

function linkOf(attributes: ReadonlyMap<string, string>, title: string, archived: boolean): Row {
  return belongingOf({
    url: attributes.get("href"),
    title,
    savedAt: attributes.get("time_added"),
    archived,
    tags: (attributes.get("tags") ?? "").split(","),
  });
}

/** Whether a record is of `annotations/part_000000.json`, beside the tables in Pocket's last exports. */
export function isPocketAnnotation(record: JsonRecord): boolean {
  return "url" in record && recordsOf(record.highlights).some((highlight) => "quote" in highlight);
}

/** Reads the passages marked in Pocket; they meet their articles by their address. */
export function* fromPocketAnnotations(records: readonly JsonRecord[]): Generator<Row> {
  for (const record of records) {
    yield belongingOf({
      url: record.url,
      title: record.title,
      highlights: recordsOf(record.highlights).map(({ quote, created_at }) => ({ quote, at: created_at })),
    });
  }
}

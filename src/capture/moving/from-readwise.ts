import { belongingOf, type Row } from "./belonging.ts";
import type { Sheet } from "./sheet.ts";

/** Whether a table is Readwise Reader's: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`. */
export function isReadwiseSheet(sheet: Sheet): boolean {
  return sheet.has("url", "document tags") || sheet.has("url", "saved date", "location");
}

/** Reads Reader's table; uploads and e-mails, whose addresses open in Reader alone, are skipped when they are not http. */
export function* fromReadwise(sheet: Sheet): Generator<Row> {
  for (const cell of sheet.rows()) {
    const location = cell("location").trim().toLowerCase();
    const progress = Number(cell("reading progress").trim());
    yield belongingOf({
      url: cell("url"),
      title: cell("title"),
      savedAt: cell("saved date"),
      archived: location === "archive",
      // What came by itself and what was set apart would otherwise be lost among the rest.
      tags: [...tagsOf(cell("document tags")), ...(["feed", "shortlist"].includes(location) ? [location] : [])],
      readProgress: progress > 1 ? progress / 100 : progress,
    });
  }
}

/** Reader writes its tags as Python does: `['go', "reader's", 'a, b']`. */
function tagsOf(cell: string): string[] {
  const written = cell.trim();
  if (!written.startsWith("[")) return written.split(",");
  const tags = written.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g);
  return Array.from(tags, (tag) => (tag[1] ?? tag[2] ?? "").replace(/\\(.)/g, "$1"));
}

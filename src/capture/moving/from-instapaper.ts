import { belongingOf, type Row } from "./belonging.ts";
import type { Cells, Sheet } from "./sheet.ts";

/** Whether a table is Instapaper's: `URL,Title,Selection,Folder,Timestamp`, lately with `Tags`. */
export function isInstapaperSheet(sheet: Sheet): boolean {
  return sheet.has("url", "selection", "folder");
}

/** Reads Instapaper's table; what a reader wrote in an e-mail to it has no address and is skipped. */
export function* fromInstapaper(sheet: Sheet): Generator<Row> {
  for (const cell of sheet.rows()) {
    const folder = cell("folder").trim();
    const place = folder.toLowerCase();
    yield belongingOf({
      url: cell("url"),
      title: cell("title"),
      savedAt: cell("timestamp"),
      favourite: place === "starred",
      archived: place === "archive",
      tags: [...(["starred", "archive", "unread"].includes(place) ? [] : [folder]), ...tagsOf(cell)],
      note: cell("selection"),
    });
  }
}

/** Instapaper writes its tags as JSON: `["coding"]`. */
function tagsOf(cell: Cells): unknown[] {
  const written = cell("tags").trim();
  try {
    const tags: unknown = JSON.parse(written);
    if (Array.isArray(tags)) return tags;
  } catch {
    // Not JSON: a list with commas, or nothing.
  }
  return written.split(",");
}

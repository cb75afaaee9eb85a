import { belongingOf, type Row } from "./belonging.ts";
import type { Sheet } from "./sheet.ts";

/** Whether a table is Raindrop's: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`. */
export function isRaindropSheet(sheet: Sheet): boolean {
  if (sheet.has("url", "excerpt", "created")) return true;
  return sheet.has("url", "folder") && (sheet.has("favorite") || sheet.has("tags", "created"));
}

/** Reads Raindrop's table, and the one it asks others for. */
export function* fromRaindrop(sheet: Sheet): Generator<Row> {
  for (const cell of sheet.rows()) {
    yield belongingOf({
      url: cell("url"),
      title: cell("title"),
      savedAt: cell("created"),
      favourite: cell("favorite").trim().toLowerCase() === "true",
      tags: [...cell("tags").split(","), ...foldersOf(cell("folder"))],
      note: cell("note"),
      highlights: passagesOf(cell("highlights")),
    });
  }
}

/** A path of collections, `Work / Reading` or `Work/Reading`; `Unsorted` is no choice of anyone's. */
function foldersOf(path: string): string[] {
  if (path.trim() === "Unsorted") return [];
  return path.split(path.includes(" / ") ? " / " : "/");
}

/** `Highlight:…` and `Note:…` line by line; in a cell without such words each line is a passage. */
function passagesOf(cell: string): { quote: string; note?: string }[] {
  if (cell.trim() === "") return [];
  const lines = cell.split("\n");
  if (!lines.some((line) => line.startsWith("Highlight:"))) return lines.map((quote) => ({ quote }));
  const passages: { quote: string; note?: string }[] = [];
  for (const line of lines) {
    const passage = passages.at(-1);
    if (line.startsWith("Highlight:")) passages.push({ quote: line.slice("Highlight:".length) });
    else if (passage && line.startsWith("Note:")) passage.note = line.slice("Note:".length);
    else if (passage?.note !== undefined) passage.note += `\n${line}`;
    else if (passage) passage.quote += `\n${line}`;
  }
  return passages;
}

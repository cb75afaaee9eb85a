const answers = new WeakMap<Element, boolean>();
/** A cell that holds more than this is a column of a page, not a value. */
const longestCell = 200;

/** Whether a table holds data; the rest of them hold the page together. */
export function isDataTable(table: Element): boolean {
  const known = answers.get(table);
  if (known !== undefined) return known;
  const answer = decide(table);
  answers.set(table, answer);
  return answer;
}

function decide(table: Element): boolean {
  if (table.querySelector("table, form, h1, h2, blockquote, pre, ul, ol")) return false;
  const rows = [...table.querySelectorAll("tr")];
  const widths = rows.map((row) => row.querySelectorAll(":scope > td, :scope > th").length);
  const wide = widths.filter((width) => width > 1).length;
  if (rows.length < 2 || wide < 2 || wide * 2 < rows.length) return false;
  const cells = [...table.querySelectorAll("td, th")];
  if (cells.some((cell) => (cell.textContent?.trim().length ?? 0) > longestCell * 2)) return false;
  if (table.querySelector("th, caption, thead")) return true;
  const length = (table.textContent ?? "").replace(/\s+/g, "").length;
  const links = [...table.querySelectorAll("a")].reduce((sum, link) => sum + (link.textContent?.trim().length ?? 0), 0);
  const empty = cells.filter((cell) => (cell.textContent?.trim() ?? "") === "").length;
  return length / cells.length < longestCell / 2 && links * 2 < length && empty * 2 < cells.length;
}

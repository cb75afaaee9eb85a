import { shelfTable } from "#library/shelf-table.ts";
import { tagging } from "#ui/tagging.ts";
import { TagSheet } from "./tag-sheet.tsx";
import { TagsSheet } from "./tags-sheet.tsx";

/** The sheet for the tags of some articles, or for the tags themselves. */
export function TaggingSheets() {
  const table = shelfTable.value;
  const close = () => (tagging.value = undefined);
  if (!table || !tagging.value) return null;
  if (tagging.value === "all") return <TagsSheet table={table} onClose={close} />;
  return <TagSheet ids={tagging.value} table={table} onManage={() => (tagging.value = "all")} onClose={close} />;
}

import type { ExportWords } from "#export/export-articles.ts";
import { language, t } from "#i18n/messages.ts";

/** What stands in exported files beside the articles' own words, in the language spoken now. */
export function exportWords(): ExportWords {
  const { page, book, table, untitled } = t.exporting.files;
  return { page: { ...page, lang: language }, book: { ...book, lang: language }, table, untitled };
}

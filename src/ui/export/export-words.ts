import type { ExportWords } from "#export/export-articles.ts";
import { language, t } from "#i18n/messages.ts";

/** What stands in exported files beside the articles' own words, in the language spoken now. */
export function exportWords(): ExportWords {
  return {
    page: { ...t.exporting.files.page, lang: language },
    book: { ...t.exporting.files.book, lang: language },
    table: t.exporting.files.table,
    untitled: t.exporting.files.untitled,
  };
}

import type { ExportWords } from "#export/export-articles.ts";
import { language, t } from "#i18n/messages.ts";

/** What stands in exported files beside the articles' own words, in the language spoken now. */
export function exportWords(): ExportWords {
  const page = t.exporting.files.page;
  const book = t.exporting.files.book;
  return {
    page: { lang: language, ...page },
    book: { lang: language, ...book },
    table: t.exporting.files.table,
    untitled: t.exporting.files.untitled,
  };
}

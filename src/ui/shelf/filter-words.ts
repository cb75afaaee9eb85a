import type { Filter } from "#domain/sift.ts";
import { formatLanguage, formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";

/** What one part of a filter asks for, in words. */
export function wordsOf(filter: Filter, part: keyof Filter): string {
  if (part === "state" && filter.state) return t.sift.states[filter.state];
  if (part === "length" && filter.length) return t.sift.lengths[filter.length];
  if (part === "notes" || part === "partial") return t.sift[part];
  if (part === "since" && filter.since) return t.finding.since(formatWhen(filter.since, Date.now()));
  if (part === "lang" && filter.lang) return formatLanguage(filter.lang);
  return String(filter[part] ?? "");
}

import type { ReadonlySignal } from "@preact/signals";
import type { Article } from "#domain/article.ts";
import { readingMinutes } from "#domain/text/count.ts";
import { restOf } from "#domain/text/reading-pace.ts";
import { formatMinutes } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { fewestHeadings, headingCount, minutesAhead, openAid } from "./aids/aid.ts";
import type { View } from "./place/follow-place.ts";
import "./reader-foot.css";

/** The line below an article: the section being read, and how much is left. */
export function ReaderFoot({ article, view }: { article: Article; view: ReadonlySignal<View> }) {
  const { section, progress, page } = view.value;
  return (
    <footer class="reader-foot">
      <SectionName section={section} />
      <span>{page ? pageWords(page) : leftWords(article, progress)}</span>
      <i style={{ transform: `scaleX(${progress})` }} />
    </footer>
  );
}

/** The section one is in; where there are several it opens the list of them. */
function SectionName({ section }: { section: string }) {
  if (headingCount.value < fewestHeadings) return <span>{section}</span>;
  return (
    <button type="button" class="reader-section" onClick={() => (openAid.value = "contents")}>
      {section || t.aids.contents}
    </button>
  );
}

function pageWords({ number, count, isExact }: NonNullable<View["page"]>): string {
  return isExact ? t.type.page(number, count) : t.type.pageAbout(number, count);
}

function leftWords({ length }: Article, progress: number): string {
  const { minutes, percent } = restOf(readingMinutes(length), minutesAhead.value, progress);
  return minutes === 0 ? `${percent}%` : `${t.reader.left(formatMinutes(minutes))} · ${percent}%`;
}

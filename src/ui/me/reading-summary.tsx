import { dayAfter, dayOf } from "#domain/reading.ts";
import { busiestSources, daysInARow, finishedArticles } from "#domain/statistics.ts";
import { formatCount, formatSpent } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { readArticlesBetween, readingDays, readingsBetween } from "#library/readings.ts";
import { forgetWithUndo } from "#ui/deeds.ts";
import { useLive } from "#ui/use-live.ts";
import { Ranking } from "./ranking.tsx";
import { chartDays, ReadingChart } from "./reading-chart.tsx";

/** As many sources as one glance takes in. */
const mostSources = 5;

/** One day in a row is no row. */
const shortestRow = 2;

/** What the reader read: by day, by month, by source; all of it counted on this device. */
export function ReadingSummary({ now }: { now: number }) {
  const today = dayOf(now);
  const recent = useLive(() => readArticlesBetween(dayAfter(today, 1 - chartDays), today), [today]);
  const year = useLive(() => readingsBetween(`${today.slice(0, 4)}-01-01`, today), [today]);
  const days = useLive(readingDays);
  if (!recent || !year || !days) return null;
  if (days.size === 0) return <History counted={false} />;
  const spentToday = recent.readings.reduce((sum, { day, spent }) => (day === today ? sum + spent : sum), 0);
  const row = daysInARow(days, today);
  const sources = busiestSources(recent.readings, (id) => recent.articles.get(id)?.source).slice(0, mostSources);
  return (
    <>
      <ReadingChart found={recent} now={now} />
      {spentToday > 0 && <Line name={t.readings.today} value={formatSpent(spentToday)} />}
      {row >= shortestRow && <Line name={t.readings.inARow} value={formatCount(row)} />}
      <Line name={t.readings.finished} value={formatCount(finishedArticles(year))} />
      <Ranking now={now} />
      {sources.length > 0 && (
        <>
          <h2>{t.readings.sources}</h2>
          {sources.map(({ source, spent }) => (
            <Line key={source} name={source} value={formatSpent(spent)} />
          ))}
        </>
      )}
      <History counted />
    </>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <p class="me-row">
      <span>{name}</span>
      <small>{value}</small>
    </p>
  );
}

function History({ counted }: { counted: boolean }) {
  return (
    <div class={counted ? "me-row" : "me-row me-told"}>
      <span>{counted ? t.readings.history : t.readings.nothing}</span>
      <small>{t.readings.historyHint}</small>
      {counted && (
        <button type="button" class="quiet-button me-forget" onClick={forgetWithUndo}>
          {t.readings.forget}
        </button>
      )}
    </div>
  );
}

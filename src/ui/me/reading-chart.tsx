import { dayOf } from "#domain/reading.ts";
import { type DayRead, readByDay } from "#domain/statistics.ts";
import { formatCount, formatDay, formatSpent } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import type { ReadingsAndArticles } from "#library/readings.ts";
import "./reading-chart.css";

/** How many days the chart shows. */
export const chartDays = 30;

/** The least a day with any reading shows of itself, in percent of the highest: a minute should not look like nothing. */
const leastBar = 4;

/** What was read on each of the last thirty days: bars to look at, a list of days to hear. */
export function ReadingChart({ found, now }: { found: ReadingsAndArticles; now: number }) {
  const days = readByDay(found.readings, dayOf(now), chartDays);
  const highest = Math.max(...days.map(({ spent }) => spent));
  const spent = days.reduce((sum, day) => sum + day.spent, 0);
  const passed = days.reduce((sum, day) => sum + day.passed, 0);
  return (
    <section class="reading-chart">
      <h2>
        {t.readings.chart(chartDays)}
        {spent > 0 && <small>{t.readings.total(formatSpent(spent), formatCount(passed))}</small>}
      </h2>
      {spent === 0 ? (
        <p>{t.readings.none}</p>
      ) : (
        <ol>
          {days.map((day) => (
            <li key={day.day} title={said(day)}>
              <span class="unseen">{said(day)}</span>
              <i style={{ blockSize: day.spent > 0 ? `${Math.max((day.spent / highest) * 100, leastBar)}%` : "0" }} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function said({ day, spent, passed }: DayRead): string {
  const date = formatDay(day);
  return spent > 0 ? t.readings.day(date, formatSpent(spent), formatCount(passed)) : t.readings.quietDay(date);
}

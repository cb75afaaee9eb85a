import { formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import type { Round } from "#library/upkeep.ts";
import { lastRound } from "#library/upkeep-clock.ts";
import { hrefOf } from "#ui/router.ts";
import "./upkeep-row.css";

/** What Liuye found when it last looked at everything by itself: mostly nothing; else the articles that need the reader. */
export function UpkeepRow() {
  const round = lastRound.value;
  const needs = round?.needs ?? [];
  return (
    <>
      <div class="me-row upkeep-row">
        <span>{t.upkeep.title}</span>
        <small>{words(round)}</small>
      </div>
      {needs.length > 0 && (
        <ul class="upkeep-row upkeep-needs">
          {needs.map(({ id, title, faults }) => (
            <li key={id}>
              <a href={hrefOf({ screen: "shelf", article: id })}>
                <b>{title}</b>
                <small>{faults.map((fault) => t.airplane.faults[fault]).join(" · ")}</small>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function words(round: Round | undefined): string {
  if (!round) return t.upkeep.never;
  const { endedAt, done, total, needs, mended, loose } = round;
  if (endedAt === undefined) return t.upkeep.going(Math.floor((100 * done) / Math.max(total, 1)));
  const when = formatWhen(endedAt, Date.now());
  return [
    needs.length > 0 ? t.upkeep.found(when, needs.length) : t.upkeep.sound(when),
    mended > 0 && t.upkeep.mended(mended),
    loose > 0 && t.upkeep.loose(loose),
  ]
    .filter(Boolean)
    .join(" ");
}

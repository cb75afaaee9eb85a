import { useEffect } from "preact/hooks";
import type { Outcome } from "#capture/batch.ts";
import { t } from "#i18n/messages.ts";
import { Notice } from "#ui/components/notice.tsx";
import { addAgain, adding, cancelAdding, dismissReport } from "./adding.ts";
import "./add-report.css";

/** Progress while pages come in; afterwards, if something was not as it should be, one sentence for each. */
export function AddReport() {
  const batch = adding.value;
  const isDone = batch !== undefined && batch.state !== "running";
  useEffect(() => {
    if (!isDone) return;
    const stop = new AbortController();
    document.addEventListener("keydown", (event) => event.key === "Escape" && putAway(), { signal: stop.signal });
    return () => stop.abort();
  }, [isDone]);
  if (!batch) return null;
  const { total, state } = batch;
  const outcomes = [...batch.unread, ...batch.outcomes];
  if (state === "running") {
    return (
      <Notice name="add-report" shape="card" label={t.add.title}>
        <p role="status">{t.add.progress(Math.min(batch.outcomes.length + 1, total), total)}</p>
        <progress max={total} value={batch.outcomes.length} aria-label={t.add.title} />
        {total > 1 && (
          <button type="button" class="quiet-button" onClick={cancelAdding}>
            {t.add.cancel}
          </button>
        )}
      </Notice>
    );
  }
  const kept = outcomes.filter((outcome) => "kept" in outcome).length;
  return (
    <Notice name="add-report add-report-done" shape="card" role="alert">
      {outcomes.length === 1 && kept === 0 && <h2>{t.add.notKept}</h2>}
      {state === "stopped" && <p>{t.add.cancelled(kept)}</p>}
      {outcomes.length > 1 ? (
        <details>
          <summary>{t.add.summary(kept, outcomes.length - kept)}</summary>
          <Outcomes outcomes={outcomes} />
        </details>
      ) : (
        <Outcomes outcomes={outcomes} />
      )}
      <div class="notice-answers">
        {outcomes.some((outcome) => "again" in outcome) && (
          <button type="button" class="quiet-button add-again" onClick={() => addAgain(outcomes)}>
            {t.short.retry}
          </button>
        )}
        <button type="button" class="quiet-button" onClick={putAway}>
          {t.notice.dismiss}
        </button>
      </div>
    </Notice>
  );
}

function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  return (
    <ul>
      {outcomes.map((outcome, index) => (
        <OutcomeLine key={`${index}${outcome.name}`} outcome={outcome} />
      ))}
    </ul>
  );
}

function OutcomeLine({ outcome }: { outcome: Outcome }) {
  if ("failed" in outcome) {
    return (
      <li>
        <b>{outcome.name}</b> {t.errors[outcome.failed]}
      </li>
    );
  }
  if (outcome.textOnly) return <li>{t.short.textOnly(outcome.kept.article.title)}</li>;
  return outcome.truncated ? <li>{t.add.truncated(outcome.name)}</li> : null;
}

/** The report goes, and the keyboard is back in the list it lay over. */
function putAway(): void {
  dismissReport();
  document.querySelector<HTMLElement>(".app-list a, .app-list button")?.focus({ preventScroll: true });
}

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { auditLibrary, type Finding, type Orphans, removeOrphans } from "#library/audit.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { hrefOf } from "#ui/router.ts";
import "./airplane-sheet.css";

type Check = {
  state: "running" | "stopped" | "failed" | "done";
  done: number;
  total: number;
  findings: Finding[];
  /** Articles that open, but never had all of their pictures or text. */
  incomplete: number;
  orphans?: Orphans;
};

const nothing: Check = { state: "running", done: 0, total: 0, findings: [], incomplete: 0 };

/** The bar moves this often while a large library is read, in milliseconds. */
const pace = 60;

/** Reads everything again while it is open, and says what would be missing without a network. */
export function AirplaneSheet({ onClose }: { onClose: () => void }) {
  const check = useSignal<Check>(nothing);
  const stop = useRef(new AbortController());
  useEffect(() => {
    const { signal } = stop.current;
    run(signal, (next) => {
      check.value = next;
    }).catch((error) => {
      reportError(error);
      check.value = { ...check.value, state: "failed" };
    });
    return () => stop.current.abort();
  }, []);
  const { state } = check.value;
  return (
    <Sheet label={t.airplane.title} onClose={onClose}>
      <div class="airplane-sheet">
        <h2>{t.airplane.title}</h2>
        <Progress check={check.value} />
        <Findings check={check.value} />
        {check.value.orphans && <Leftovers found={check.value.orphans} />}
        <button
          type="button"
          class="main-button"
          onClick={() => (state === "running" ? stop.current.abort() : onClose())}
        >
          {state === "running" ? t.airplane.stop : t.airplane.close}
        </button>
      </div>
    </Sheet>
  );
}

async function run(signal: AbortSignal, tell: (check: Check) => void): Promise<void> {
  let check = nothing;
  let told = 0;
  const audit = auditLibrary();
  for (;;) {
    const { done, value } = await audit.next();
    if (done) return tell({ ...check, state: "done", orphans: value });
    const { finding } = value;
    check = {
      ...check,
      done: value.done,
      total: value.total,
      findings: finding ? [...check.findings, finding] : check.findings,
      incomplete: check.incomplete + (finding || value.whole ? 0 : 1),
    };
    if (signal.aborted) return tell({ ...check, state: "stopped" });
    if (performance.now() - told < pace) continue;
    told = performance.now();
    tell(check);
  }
}

function Progress({ check: { state, done, total, findings } }: { check: Check }) {
  const words = {
    running: t.airplane.progress(done, total),
    stopped: t.airplane.stopped(done, total),
    failed: t.airplane.failed,
    done: total === 0 ? t.airplane.none : "",
  }[state];
  return (
    <>
      {state === "running" && <progress aria-label={t.airplane.title} max={Math.max(total, 1)} value={done} />}
      {words && <p class="airplane-progress">{words}</p>}
      <p class="airplane-verdict" role="status">
        {state === "done" &&
          total > 0 &&
          (findings.length === 0 ? t.airplane.sound(total) : t.airplane.faulty(findings.length, total))}
      </p>
    </>
  );
}

function Findings({ check: { state, findings, incomplete } }: { check: Check }) {
  const damaged = findings.filter(({ faults }) => !faults.includes("pending"));
  const waiting = findings.length - damaged.length; // a shelf that moved here may have thousands
  return (
    <>
      {waiting > 0 && <p class="airplane-waiting">{t.airplane.waiting(waiting)}</p>}
      {damaged.length > 0 && (
        <ul>
          {damaged.map(({ article, faults, pictures }) => (
            <li key={article.id}>
              <a href={hrefOf({ screen: "shelf", article: article.id })}>
                <b lang={article.lang}>{article.title}</b>
                <small>
                  {[...faults.map((fault) => t.airplane.faults[fault]), pictures > 0 && t.airplane.pictures(pictures)]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              </a>
            </li>
          ))}
        </ul>
      )}
      {state === "done" && incomplete > 0 && <p>{t.airplane.incomplete(incomplete)}</p>}
    </>
  );
}

/** What no article needs takes room; it goes only on the reader's word. */
function Leftovers({ found }: { found: Orphans }) {
  const removed = useSignal<number | undefined>(undefined);
  const failed = useSignal(false);
  const count = found.contents.length + found.originals.length + found.pictures.length;
  if (count === 0) return null;
  if (removed.value !== undefined) return <p role="status">{t.airplane.cleaned(removed.value)}</p>;
  const clean = () =>
    removeOrphans(found).then(
      (gone) => {
        removed.value = gone;
      },
      () => {
        failed.value = true;
      },
    );
  return (
    <p class="airplane-leftovers">
      <span>{failed.value ? t.errors["storage-failed"] : t.airplane.orphans(count)}</span>
      <button type="button" class="quiet-button" onClick={clean}>
        {t.airplane.clean}
      </button>
    </p>
  );
}

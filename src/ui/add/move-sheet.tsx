import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { MovePreview, MoveProgress } from "#capture/move.ts";
import { codeOf } from "#domain/errors.ts";
import { t } from "#i18n/messages.ts";
import { askToPersist } from "#library/storage.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { addFiles } from "./adding.ts";
import "./move-sheet.css";

/** Pages, and no list of them. */
const pageName = /\.(?:x?html?|mhtml?|webarchive|epub|md|markdown|txt|zip)$/i;

type Stage =
  | { at: "choose"; problem?: string; page?: File }
  | { at: "reading" }
  | { at: "preview"; preview: MovePreview }
  | { at: "moving"; progress: MoveProgress }
  | { at: "done"; progress: MoveProgress; stopped: boolean };

/** Moving house: an export of another reader is read, shown for what it is, and brought in on the reader's word. */
export function MoveSheet({ onClose }: { onClose: () => void }) {
  const stage = useSignal<Stage>({ at: "choose" });
  const stop = useRef(new AbortController());

  async function read(file: File | undefined) {
    if (!file) return;
    stage.value = { at: "reading" };
    try {
      const { previewMove } = await import("#capture/move.ts");
      stage.value = { at: "preview", preview: await previewMove(file) };
    } catch (error) {
      const isPage = codeOf(error) === "format-unknown" && pageName.test(file.name);
      stage.value = isPage
        ? { at: "choose", problem: t.move.isPage(file.name), page: file }
        : { at: "choose", problem: `${file.name}: ${t.errors[codeOf(error)]}` };
    }
  }

  async function bringIn({ belongings }: MovePreview) {
    const { moveIn } = await import("#capture/move.ts");
    try {
      const tell = (progress: MoveProgress) => {
        stage.value = { at: "moving", progress };
      };
      const progress = await moveIn(belongings, stop.current.signal, tell, Date.now());
      void askToPersist().catch(reportError);
      stage.value = { at: "done", progress, stopped: stop.current.signal.aborted };
    } catch (error) {
      stage.value = { at: "choose", problem: t.errors[codeOf(error)] };
    }
  }

  return (
    <Sheet label={t.move.title} onClose={onClose}>
      <div class="move-sheet">
        <h2>{t.move.title}</h2>
        <Present
          stage={stage.value}
          onFile={read}
          onBring={bringIn}
          onStop={() => stop.current.abort()}
          onClose={onClose}
        />
      </div>
    </Sheet>
  );
}

type PresentProps = {
  stage: Stage;
  onFile: (file: File | undefined) => void;
  onBring: (preview: MovePreview) => void;
  onStop: () => void;
  onClose: () => void;
};

function Present({ stage, onFile, onBring, onStop, onClose }: PresentProps) {
  if (stage.at === "reading") return <p role="status">{t.move.reading}</p>;
  if (stage.at === "preview") {
    const { kind, belongings, known, withText, skipped } = stage.preview;
    const fresh = belongings.length - known;
    return (
      <>
        <p class="move-kind">{t.move.kinds[kind]}</p>
        <ul>
          <li>{t.move.total(belongings.length)}</li>
          {withText > 0 && <li>{t.move.withText(withText)}</li>}
          {known > 0 && <li>{t.move.known(known)}</li>}
          {skipped > 0 && <li>{t.move.skipped(skipped)}</li>}
        </ul>
        {fresh > 0 && (
          <button type="button" class="main-button" onClick={() => onBring(stage.preview)}>
            {t.move.bring(fresh)}
          </button>
        )}
        <button type="button" class="quiet-button" onClick={onClose}>
          {t.add.close}
        </button>
      </>
    );
  }
  if (stage.at === "moving") {
    const { done, total } = stage.progress;
    return (
      <>
        <p role="status">{t.move.progress(done, total)}</p>
        <progress max={total} value={done} aria-label={t.move.title} />
        <button type="button" class="quiet-button" onClick={onStop}>
          {t.add.cancel}
        </button>
      </>
    );
  }
  if (stage.at === "done") {
    return (
      <>
        <p role="status">{stage.stopped ? t.move.stopped(stage.progress.added) : t.move.done(stage.progress.added)}</p>
        <button type="button" class="main-button" onClick={onClose}>
          {t.add.close}
        </button>
      </>
    );
  }
  return (
    <>
      <p>{t.move.hint}</p>
      {stage.problem && (
        <p class="move-problem" role="alert">
          {stage.problem}
        </p>
      )}
      {stage.page && (
        <button
          type="button"
          class="main-button"
          onClick={() => {
            onClose();
            if (stage.page) void addFiles([stage.page]);
          }}
        >
          {t.add.files}
        </button>
      )}
      <label class="main-button">
        {t.move.choose}
        <input
          type="file"
          class="unseen"
          accept=".csv,.html,.htm,.json,.zip,.txt"
          onChange={(event) => onFile(event.currentTarget.files?.[0])}
        />
      </label>
    </>
  );
}

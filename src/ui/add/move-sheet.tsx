import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { MovePreview } from "#capture/move.ts";
import { codeOf } from "#domain/errors.ts";
import { t } from "#i18n/messages.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { addFiles } from "./adding.ts";
import { MoveState } from "./move-state.tsx";
import { forgetMove, isMoveSheetOpen, move, moving } from "./moving.ts";
import "./move-sheet.css";

/** Pages, and no list of them. */
const pageName = /\.(?:x?html?|mhtml?|webarchive|epub|md|markdown|txt|zip)$/i;

type Stage =
  | { at: "choose"; problem?: string; page?: File }
  | { at: "reading" }
  | { at: "preview"; preview: MovePreview };

/** Moving house: an export of another reader is read, shown for what it is, and brought in on the reader's word, which goes on when the sheet is left. */
export function MoveSheet({ onClose }: { onClose: () => void }) {
  const stage = useSignal<Stage>({ at: "choose" });

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

  useEffect(() => {
    isMoveSheetOpen.value = true;
    return () => {
      isMoveSheetOpen.value = false;
      forgetMove(); // its end was told here
    };
  }, []);

  return (
    <Sheet label={t.move.title} onClose={onClose}>
      <div class="move-sheet">
        <h2>{t.move.title}</h2>
        {moving.value ? (
          <MoveState state={moving.value} onClose={onClose} />
        ) : (
          <Present stage={stage.value} onFile={read} onBring={move} onClose={onClose} />
        )}
      </div>
    </Sheet>
  );
}

type PresentProps = {
  stage: Stage;
  onFile: (file: File | undefined) => void;
  onBring: (preview: MovePreview) => void;
  onClose: () => void;
};

function Present({ stage, onFile, onBring, onClose }: PresentProps) {
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

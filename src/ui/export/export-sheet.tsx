import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { codeOf } from "#domain/errors.ts";
import { dayOf } from "#domain/reading.ts";
import { estimateSize } from "#export/estimate-size.ts";
import { type ExportFile, type ExportFormat, exportArticles } from "#export/export-articles.ts";
import { formatBytes } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { articleById } from "#library/articles.ts";
import { shelfTable } from "#library/shelf-table.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { saveFile } from "#ui/save-file.ts";
import { useLive } from "#ui/use-live.ts";
import { FormatChoice, ScopeChoice } from "./export-choices.tsx";
import { exportWords } from "./export-words.ts";
import { idsIn, type Scope } from "./scope.ts";
import "./export-sheet.css";

type ExportSheetProps = {
  /** The articles to take out; without it the reader chooses some of the library. */
  ids?: readonly string[];
  onClose: () => void;
};

type Stage = { at: "choosing"; problem?: string } | { at: "making"; done: number } | { at: "done"; made: ExportFile };

/** The bar moves this often while many articles are written, in milliseconds. */
const pace = 60;

/** Takes articles out as a file: which, in which form, with what; then the file itself. */
export function ExportSheet({ ids: given, onClose }: ExportSheetProps) {
  const stage = useSignal<Stage>({ at: "choosing" });
  const scope = useSignal<Scope>("all");
  const format = useSignal<ExportFormat>("markdown");
  const pictures = useSignal(true);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const table = given ? undefined : shelfTable.value;
  const ids = useMemo(() => given ?? (table ? idsIn(table, scope.value) : []), [given, table, scope.value]);
  const only = useLive(async () => (ids.length === 1 && ids[0] !== undefined ? articleById(ids[0]) : null), [ids]);
  const size = useLive(() => estimateSize(ids, format.value, pictures.value), [ids, format.value, pictures.value]);

  async function make() {
    stop.current = new AbortController();
    const { signal } = stop.current;
    let told = 0;
    const tell = (done: number) => {
      if (performance.now() - told < pace && done < ids.length) return;
      told = performance.now();
      stage.value = { at: "making", done };
    };
    stage.value = { at: "making", done: 0 };
    try {
      const name = t.exporting.files.name(dayOf(Date.now()));
      const order = { ids, format: format.value, pictures: pictures.value, name, words: exportWords() };
      const made = await exportArticles(order, signal, tell);
      if (signal.aborted) return;
      saveFile(made.name, made.blob);
      stage.value = { at: "done", made };
    } catch (error) {
      if (!signal.aborted && codeOf(error) !== "nothing-to-read") reportError(error);
      const problem = codeOf(error) === "nothing-to-read" ? t.exporting.noWords : t.exporting.failed;
      stage.value = { at: "choosing", problem: signal.aborted ? t.exporting.stopped : problem };
    }
  }

  const now = stage.value;
  return (
    <Sheet label={t.exporting.title} onClose={onClose}>
      <div class="export-sheet">
        <h2>{t.exporting.title}</h2>
        {now.at === "choosing" && (
          <>
            <p class="export-what">{only ? only.title : t.exporting.many(ids.length)}</p>
            {table && <ScopeChoice table={table} scope={scope.value} onChoose={(one) => (scope.value = one)} />}
            <FormatChoice chosen={format.value} onChoose={(one) => (format.value = one)} />
            {format.value !== "csv" && (
              <label class="export-pictures">
                <input
                  type="checkbox"
                  checked={pictures.value}
                  onChange={(event) => (pictures.value = event.currentTarget.checked)}
                />
                <span>{t.exporting.pictures}</span>
              </label>
            )}
            {now.problem && <p role="alert">{now.problem}</p>}
            {ids.length === 0 && <p>{t.exporting.none}</p>}
            <button type="button" class="main-button export-start" disabled={ids.length === 0} onClick={make}>
              {t.exporting.start}
              {size !== undefined && ids.length > 0 && <small>{t.exporting.size(formatBytes(size))}</small>}
            </button>
          </>
        )}
        {now.at === "making" && (
          <>
            <p role="status">{t.exporting.progress(now.done, ids.length)}</p>
            <progress max={ids.length} value={now.done} aria-label={t.exporting.title} />
            <button type="button" class="quiet-button" onClick={() => stop.current.abort()}>
              {t.exporting.stop}
            </button>
          </>
        )}
        {now.at === "done" && <Done made={now.made} onClose={onClose} />}
      </div>
    </Sheet>
  );
}

function Done({ made: { name, blob, left }, onClose }: { made: ExportFile; onClose: () => void }) {
  const file = new File([blob], name, { type: blob.type });
  const canShare = navigator.canShare?.({ files: [file] }) ?? false;
  const share = () =>
    navigator.share({ files: [file] }).catch((error: unknown) => {
      if ((error as DOMException).name !== "AbortError") reportError(error);
    });
  return (
    <>
      <p role="status">{t.exporting.done(name, formatBytes(blob.size))}</p>
      {left > 0 && <p>{t.exporting.left(left)}</p>}
      <div class="export-again">
        <button type="button" class="quiet-button" onClick={() => saveFile(name, blob)}>
          {t.exporting.again}
        </button>
        {canShare && (
          <button type="button" class="quiet-button" onClick={share}>
            {t.exporting.share}
          </button>
        )}
      </div>
      <button type="button" class="main-button" onClick={onClose}>
        {t.exporting.close}
      </button>
    </>
  );
}

import { useEffect } from "preact/hooks";
import type { Article } from "#domain/article.ts";
import { t } from "#i18n/messages.ts";
import { editHighlight, highlightById } from "#library/highlights.ts";
import { Icon } from "#ui/components/icon.tsx";
import { NoteField } from "#ui/components/note-field.tsx";
import { Sheet } from "#ui/components/sheet.tsx";
import { Swatches } from "#ui/components/swatches.tsx";
import { useLive } from "#ui/use-live.ts";
import { copyCited, recolour, removeWithUndo } from "./mark-deeds.ts";
import "./mark-sheet.css";

type MarkSheetProps = {
  id: string;
  article: Article;
  /** Whether it is opened to write its note. */
  writing?: boolean;
  onClose: () => void;
};

/** One highlight: its colour, its note, and taking it away. */
export function MarkSheet({ id, article, writing = false, onClose }: MarkSheetProps) {
  const highlight = useLive(() => highlightById(id), [id]);
  const isGone = highlight === null;
  useEffect(() => {
    if (isGone) onClose();
  }, [isGone]);
  if (!highlight) return null;
  const { exact } = highlight.anchor.quote;
  return (
    <Sheet label={t.marks.edit} onClose={onClose}>
      <div class="mark-sheet">
        <blockquote lang={article.lang}>{exact}</blockquote>
        {highlight.lost && <p class="mark-lost">{t.marks.lost}</p>}
        <Swatches chosen={highlight.colour} onChoose={(colour) => recolour(highlight, colour)} />
        <NoteField
          label={t.marks.noteLabel}
          hint={t.marks.noteHint}
          kept={highlight.note ?? ""}
          writing={writing}
          onSave={(note) => editHighlight(id, { note }, Date.now())}
        />
        <div class="mark-deeds">
          <button
            type="button"
            class="quiet-button mark-remove"
            onClick={() => {
              onClose();
              void removeWithUndo(id);
            }}
          >
            <Icon name="trash" />
            {t.marks.remove}
          </button>
          <button type="button" class="quiet-button" onClick={() => copyCited(exact.replace(/\s+/g, " "), article)}>
            <Icon name="clipboard" />
            {t.marks.copy}
          </button>
          <button type="button" class="quiet-button mark-done" onClick={onClose}>
            {t.marks.done}
          </button>
        </div>
      </div>
    </Sheet>
  );
}

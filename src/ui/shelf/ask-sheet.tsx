import { t } from "#i18n/messages.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import "./ask-sheet.css";

type AskSheetProps = { question: string; yes: string; onYes: () => unknown; onClose: () => void };

/** Asks before what cannot be undone. */
export function AskSheet({ question, yes, onYes, onClose }: AskSheetProps) {
  return (
    <Sheet label={question} onClose={onClose}>
      <div class="ask-sheet">
        <p>{question}</p>
        <button type="button" class="quiet-button" onClick={onClose}>
          {t.trash.keep}
        </button>
        <button
          type="button"
          class="quiet-button ask-sheet-yes"
          onClick={() => {
            onClose();
            void onYes();
          }}
        >
          {yes}
        </button>
      </div>
    </Sheet>
  );
}

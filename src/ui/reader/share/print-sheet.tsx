import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";
import { Segments } from "#ui/components/segments.tsx";
import { Sheet } from "#ui/components/sheet.tsx";
import { printLinks, printLook, printLooks, printMarks, switches } from "#ui/reader/aids/aid-preferences.ts";
import { loadPictures } from "./lay-for-print.ts";
import "./print-sheet.css";

/** How an article is to look on paper, chosen before the browser's own window opens. */
export function PrintSheet({ body, onClose }: { body: HTMLElement; onClose: () => void }) {
  const busy = useSignal(false);
  async function printNow() {
    busy.value = true;
    await loadPictures(body);
    onClose();
    setTimeout(() => print()); // when the sheet has gone
  }
  return (
    <Sheet label={t.aids.print.title} onClose={onClose}>
      <div class="print-sheet">
        <h2>{t.aids.print.title}</h2>
        <Segments
          label={t.aids.print.look}
          options={printLooks}
          words={t.aids.print.looks}
          chosen={printLook.value}
          onChoose={(choice) => (printLook.value = choice)}
        />
        <Segments
          label={t.aids.print.links}
          options={switches}
          words={t.aids.switches}
          chosen={printLinks.value}
          onChoose={(choice) => (printLinks.value = choice)}
        />
        <Segments
          label={t.aids.print.marks}
          options={switches}
          words={t.aids.switches}
          chosen={printMarks.value}
          onChoose={(choice) => (printMarks.value = choice)}
        />
        <p>{t.aids.print.hint}</p>
        <button type="button" class="main-button" disabled={busy.value} onClick={printNow}>
          {t.article.print}
        </button>
      </div>
    </Sheet>
  );
}

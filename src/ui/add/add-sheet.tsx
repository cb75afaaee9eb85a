import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { type Link, pageFromClipboard, pageFromTransfer, pageFromWords } from "#capture/from-paste.ts";
import type { Page } from "#capture/page.ts";
import { codeOf } from "#domain/errors.ts";
import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { Sheet } from "#ui/components/sheet.tsx";
import { addFiles, addPiece } from "./adding.ts";
import "./add-sheet.css";

/** The ways in, on one sheet; it leaves as soon as something is on its way. */
export function AddSheet({ onClose }: { onClose: () => void }) {
  const words = useSignal("");
  const problem = useSignal("");
  const field = useRef<HTMLTextAreaElement>(null);

  async function keep(find: () => Page | Link | Promise<Page | Link>) {
    try {
      const piece = await find();
      onClose();
      void addPiece(piece);
    } catch (error) {
      problem.value = t.errors[codeOf(error)];
      field.current?.focus();
    }
  }

  return (
    <Sheet label={t.add.title} onClose={onClose}>
      <form
        class="add-sheet"
        onSubmit={(event) => {
          event.preventDefault();
          void keep(() => pageFromWords(words.value));
        }}
      >
        <h2>{t.add.title}</h2>
        <textarea
          ref={field}
          rows={1}
          aria-label={t.add.field}
          placeholder={t.add.field}
          value={words.value}
          onInput={(event) => (words.value = event.currentTarget.value)}
          onPaste={(event) => {
            const transfer = event.clipboardData;
            if (!transfer || words.value) return; // words being edited are the reader's to finish
            event.preventDefault();
            void keep(() => pageFromTransfer(transfer));
          }}
        />
        {problem.value && (
          <p class="add-problem" role="alert">
            {problem.value}
          </p>
        )}
        <button type="button" class="add-way add-clipboard" onClick={() => keep(pageFromClipboard)}>
          <WayWords icon="clipboard" name={t.add.clipboard} hint={t.add.clipboardHint} />
        </button>
        <label class="add-way">
          <WayWords icon="file" name={t.add.files} hint={t.add.filesHint} />
          <input
            type="file"
            multiple
            class="unseen"
            accept=".html,.htm,.xhtml,.txt,.text,text/html,text/plain,application/xhtml+xml"
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              onClose();
              void addFiles(files);
            }}
          />
        </label>
        {words.value.trim() ? (
          <button type="submit" class="main-button">
            {t.add.save}
          </button>
        ) : (
          <button type="button" class="main-button" onClick={onClose}>
            {t.add.close}
          </button>
        )}
      </form>
    </Sheet>
  );
}

function WayWords({ icon, name, hint }: { icon: "clipboard" | "file"; name: string; hint: string }) {
  return (
    <>
      <i>
        <Icon name={icon} />
      </i>
      <span>
        <b>{name}</b>
        <small>{hint}</small>
      </span>
    </>
  );
}

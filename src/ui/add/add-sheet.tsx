import { useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { type Link, pageFromClipboard, pageFromTransfer, pageFromWords } from "#capture/from-paste.ts";
import type { Page } from "#capture/page.ts";
import { codeOf } from "#domain/errors.ts";
import { t } from "#i18n/messages.ts";
import { Icon, type IconName } from "#ui/components/icon.tsx";
import { later } from "#ui/components/later.tsx";
import { Sheet } from "#ui/components/sheet.tsx";
import { asksToInstallFirst } from "#ui/install-asking.ts";
import { hrefOf } from "#ui/router.ts";
import { addFiles, addPiece } from "./adding.ts";
import "./add-sheet.css";

const InstallSheet = later(async () => (await import("#ui/install-sheet.tsx")).InstallSheet);
const SmallRoom = later(async () => (await import("./small-room.tsx")).SmallRoom);
const MoveSheet = later(async () => (await import("./move-sheet.tsx")).MoveSheet);

/** What the file picker offers; what is picked is recognised by its content. */
const fileTypes = [
  ".html,.htm,.xhtml,.mht,.mhtml,.webarchive,.epub,.md,.markdown,.txt,.text,.zip",
  "text/html,application/xhtml+xml,multipart/related,application/epub+zip,text/markdown,text/plain,application/zip",
].join(",");

function isLink(words: string): boolean {
  return /^\s*https?:\/\/\S+\s*$/i.test(words);
}

/** The ways in, on one sheet; it leaves as soon as something is on its way. */
export function AddSheet({ onClose }: { onClose: () => void }) {
  const words = useSignal("");
  const problem = useSignal("");
  const moving = useSignal(false);
  const isAsking = useSignal(useMemo(asksToInstallFirst, []));
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

  if (isAsking.value) return <InstallSheet onClose={onClose} onGoOn={() => (isAsking.value = false)} />;
  if (moving.value) return <MoveSheet onClose={onClose} />;
  return (
    <Sheet label={t.add.title} onClose={onClose}>
      <form
        class="add-sheet"
        onSubmit={(event) => {
          event.preventDefault();
          void keep(() => pageFromWords(words.value));
        }}
      >
        <header>
          <h2>{t.add.title}</h2>
          <button type="button" class="icon-button add-close" aria-label={t.add.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <SmallRoom />
        <textarea
          ref={field}
          rows={1}
          aria-label={t.add.field}
          placeholder={t.add.field}
          value={words.value}
          onInput={(event) => (words.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            // An address is one line: Enter keeps it, Shift+Enter goes on to the next line.
            if (event.key !== "Enter" || event.shiftKey || event.isComposing || !isLink(words.value)) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
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
        {words.value.trim() && (
          <button type="submit" class="main-button">
            {t.add.save}
          </button>
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
            accept={fileTypes}
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              onClose();
              void addFiles(files);
            }}
          />
        </label>
        <a class="add-way" href={hrefOf({ screen: "bookmarklet" })} onClick={onClose}>
          <WayWords icon="bookmark" name={t.bookmarklet.way} hint={t.bookmarklet.wayHint} />
        </a>
        <button type="button" class="add-way add-move" onClick={() => (moving.value = true)}>
          <WayWords icon="box" name={t.move.title} hint={t.move.way} />
        </button>
      </form>
    </Sheet>
  );
}

function WayWords({ icon, name, hint }: { icon: IconName; name: string; hint: string }) {
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

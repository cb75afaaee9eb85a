import { type Signal, useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { readAgain, readOtherwise, readWhole } from "#capture/recapture.ts";
import type { Article, Content } from "#domain/article.ts";
import { t } from "#i18n/messages.ts";
import { contentOf, originalOf } from "#library/articles.ts";
import type { Former } from "#library/edits.ts";
import { openOnTop } from "#ui/components/dialogs.ts";
import { Icon, type IconName } from "#ui/components/icon.tsx";
import { useLive } from "#ui/use-live.ts";
import { sayDone } from "./mend-deeds.ts";
import { MendFields } from "./mend-fields.tsx";
import { MendLeft } from "./mend-left.tsx";
import { MendPick } from "./mend-pick.tsx";
import { MendPreview } from "./mend-preview.tsx";
import { MendStrike } from "./mend-strike.tsx";
import "./mend-screen.css";

/** What every way to mend is given. */
export type MendStep = {
  article: Article;
  content: Content;
  hasOriginal: boolean;
  /** Set while what was picked is looked at, so that back leads to the picking. */
  previewing: Signal<boolean>;
  onDone: (former: Former | null, words: string) => void;
};

type Way = "strike" | "left" | "again" | "other" | "whole" | "pick" | "fields";

const ways: { way: Way; icon: IconName; needsOriginal: boolean }[] = [
  { way: "strike", icon: "scissors", needsOriginal: false },
  { way: "left", icon: "plus", needsOriginal: true },
  { way: "again", icon: "again", needsOriginal: true },
  { way: "other", icon: "search", needsOriginal: true },
  { way: "pick", icon: "pick", needsOriginal: true },
  { way: "whole", icon: "file", needsOriginal: true },
  { way: "fields", icon: "pencil", needsOriginal: false },
];

const steps: Record<Way, ComponentType<MendStep>> = {
  strike: MendStrike,
  left: MendLeft,
  again: (step) => <MendPreview {...step} read={() => readAgain(step.article)} />,
  other: (step) => <MendPreview {...step} read={() => readOtherwise(step.article)} />,
  pick: MendPick,
  whole: (step) => <MendPreview {...step} read={() => readWhole(step.article)} />,
  fields: MendFields,
};

/** Over the whole reader: the ways to put a bad capture right. Nothing changes before the reader says so. */
export function MendScreen({ article, onClose }: { article: Article; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(() => {});
  const way = useSignal<Way | undefined>(undefined);
  const previewing = useSignal(false);
  const content = useLive(() => contentOf(article.id), [article.id]);
  const original = useLive(() => originalOf(article.id), [article.id]);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    if (dialog.current) close.current = openOnTop(dialog.current);
    return () => {
      close.current();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => dialog.current?.focus({ preventScroll: true }), [way.value, previewing.value]); // what had it is gone

  const back = () => {
    if (previewing.value) previewing.value = false;
    else if (way.value) way.value = undefined;
    else dialog.current?.close();
  };
  const done = (former: Former | null, words: string) => {
    close.current(); // before the words, so that they are said where they stay
    if (former) sayDone(words, former);
  };
  const Step = way.value && steps[way.value];
  return (
    <dialog
      ref={dialog}
      class="mend-screen"
      aria-label={t.mend.title}
      tabIndex={-1}
      onClose={onClose}
      onCancel={(event) => {
        if (!way.value) return;
        event.preventDefault();
        back();
      }}
    >
      <header class="mend-bar">
        <button
          type="button"
          class="icon-button mend-back"
          aria-label={way.value ? t.mend.back : t.mend.close}
          onClick={back}
        >
          <Icon name={way.value ? "back" : "close"} />
        </button>
        <h2>{way.value ? nameOf(way.value) : t.mend.title}</h2>
      </header>
      {content &&
        original !== undefined &&
        (Step ? (
          <Step {...{ article, content, previewing }} hasOriginal={original !== null} onDone={done} />
        ) : (
          <Ways hasOriginal={original !== null} onChoose={(choice) => (way.value = choice)} />
        ))}
    </dialog>
  );
}

function nameOf(way: Way): string {
  if (way === "left") return t.reading.leftWay;
  return way === "other" ? t.reading.otherWay : t.mend.ways[way];
}

function hintOf(way: Way): string {
  if (way === "left") return t.reading.leftHint;
  return way === "other" ? t.reading.otherHint : t.mend.hints[way];
}

function Ways({ hasOriginal, onChoose }: { hasOriginal: boolean; onChoose: (way: Way) => void }) {
  return (
    <div class="mend-page mend-ways">
      {!hasOriginal && <p class="mend-hint mend-warning">{t.mend.noOriginal}</p>}
      {ways
        .filter(({ needsOriginal }) => hasOriginal || !needsOriginal)
        .map(({ way, icon }) => (
          <button key={way} type="button" class={`mend-way mend-way-${way}`} onClick={() => onChoose(way)}>
            <i>
              <Icon name={icon} />
            </i>
            <span>
              <b>{nameOf(way)}</b>
              <small>{hintOf(way)}</small>
            </span>
          </button>
        ))}
    </div>
  );
}

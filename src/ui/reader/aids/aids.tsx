import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Article } from "#domain/article.ts";
import { articleNoteOf } from "#library/article-notes.ts";
import { highlightsOf } from "#library/highlights.ts";
import { archiveWithUndo, toggleFavourite } from "#ui/deeds.ts";
import { colourCode } from "#ui/reader/code/code-colours.ts";
import { shownLang, shownScript, useShown } from "#ui/reader/place/convert-script.ts";
import type { View } from "#ui/reader/place/follow-place.ts";
import { type Heading, headingsOf } from "#ui/reader/place/headings.ts";
import { cameFrom, rememberPlace } from "#ui/reader/place/jump.ts";
import { offsetOf, textRuns } from "#ui/reader/place/reading-place.ts";
import { ReturnPill } from "#ui/reader/place/return-pill.tsx";
import { copyText } from "#ui/reader/share/copy-text.ts";
import { layForPrint } from "#ui/reader/share/lay-for-print.ts";
import { PrintSheet } from "#ui/reader/share/print-sheet.tsx";
import { ShareSheet } from "#ui/reader/share/share-sheet.tsx";
import { Player } from "#ui/reader/voice/player.tsx";
import { readAloudFrom } from "#ui/reader/voice/selection-aloud.ts";
import { useLive } from "#ui/use-live.ts";
import { canSpeak, fewestHeadings, headingCount, type OpenBody, openAid, readFrom, voiceStart } from "./aid.ts";
import { awake, ruler } from "./aid-preferences.ts";
import { ContentsSheet } from "./contents-sheet.tsx";
import { type FoundNote, findNote, targetOf } from "./find-note.ts";
import { Footnote } from "./footnote.tsx";
import { FullView } from "./full-view.tsx";
import { keepAwake } from "./keep-awake.ts";
import { KeysSheet } from "./keys-sheet.tsx";
import { placeTools } from "./page-tools.ts";
import { useReaderKeys } from "./reader-keys.ts";
import { ReadingRuler } from "./reading-ruler.tsx";
import { countTimeLeft } from "./time-left.ts";
import "./aids.css";

type AidsProps = {
  article: Article;
  html: string;
  /** Another object each time the body has been filled. */
  filled: { body: HTMLElement };
  scroller: HTMLElement;
  view: ReadonlySignal<View>;
} & Pick<OpenBody, "goTo" | "reveal">;

/** Everything that helps along while an article is read; it comes when the words are there. */
export function Aids({ article, html, filled, scroller, view, goTo, reveal }: AidsProps) {
  const open = useMemo<OpenBody>(() => ({ body: filled.body, runs: textRuns(filled.body), goTo, reveal }), [filled]);
  const headings = useMemo(() => headingsOf(open.runs), [open]);
  const note = useSignal<FoundNote | undefined>(undefined);
  const full = useSignal<HTMLImageElement | HTMLTableElement | undefined>(undefined);
  const paper = useRef<HTMLDivElement>(null);
  const lang = shownLang(article.lang, shownScript(article.lang));
  const title = useShown(article.title, article.lang);
  const written = useLive(() => articleNoteOf(article.id), [article.id]);
  const highlights = useLive(() => highlightsOf(article.id), [article.id]);
  const close = () => (openAid.value = undefined);
  const fallSilent = () => (voiceStart.value = undefined);

  useEffect(() => {
    headingCount.value = headings.length;
    return () => {
      headingCount.value = 0;
    };
  }, [headings]);
  const goToTarget = (target: HTMLElement) => {
    rememberPlace(view.peek().offset);
    goTo(offsetOf(open.runs, target, 0)); // not by the browser: the place may be on a page that is not laid out
  };
  useEffect(() => {
    const endings = [
      countTimeLeft(open, view),
      colourCode(open.body),
      placeTools(open.body, {
        onFullView: (thing) => (full.value = thing),
        onCopy: (code) => copyText(code.textContent ?? ""),
      }),
      watchLinks(open.body, (link) => {
        const target = targetOf(link, open.body);
        note.value = findNote(link, open.body);
        if (!note.value && target) goToTarget(target);
        return target !== undefined;
      }),
    ];
    return () => {
      for (const end of endings) end();
    };
  }, [open]);
  useEffect(() => {
    if (canSpeak()) readAloudFrom.value = readFrom;
    return () => {
      readAloudFrom.value = undefined;
      close();
      fallSilent();
      cameFrom.value = undefined;
    };
  }, []);
  useEffect(() => (awake.value === "on" ? keepAwake() : undefined), [awake.value]);
  useEffect(() => {
    let clear = () => {};
    const lay = () => {
      clear();
      const printed = { article: { ...article, title }, note: written?.text, highlights: highlights ?? [] };
      if (paper.current) clear = layForPrint(printed, open.body, paper.current);
    };
    const putAway = () => clear();
    addEventListener("beforeprint", lay);
    addEventListener("afterprint", putAway);
    return () => {
      clear();
      removeEventListener("beforeprint", lay);
      removeEventListener("afterprint", putAway);
    };
  }, [article, title, open, written, highlights]);

  const goBack = open.goTo;
  const goToHeading = ({ element, offset }: Heading) => {
    close();
    rememberPlace(view.peek().offset);
    goTo(offset);
    element.tabIndex = -1; // so that a screen reader reads on from there
    setTimeout(() => element.focus({ preventScroll: true })); // the sheet gives the focus back when it goes
  };
  const from = cameFrom.value;
  useReaderKeys({
    s: () => toggleFavourite(article),
    e: () => archiveWithUndo(article),
    "?": () => (openAid.value = "keys"),
    ...(headings.length >= fewestHeadings && { t: () => (openAid.value = "contents") }),
    ...(canSpeak() && {
      r: () => (voiceStart.value ? fallSilent() : readFrom(view.peek().offset)),
    }),
    ...(from !== undefined && {
      b: () => {
        cameFrom.value = undefined;
        goBack(from);
      },
    }),
  });
  const aid = openAid.value;
  return (
    <>
      {ruler.value === "on" && <ReadingRuler scroller={scroller} body={open.body} />}
      <div class="aids">
        <div class="aids-dock">
          <ReturnPill onReturn={goBack} />
          {voiceStart.value && <Player key={filled} open={open} lang={article.lang} onClose={fallSilent} />}
        </div>
        {aid === "contents" && (
          <ContentsSheet
            headings={headings}
            offset={view.peek().offset}
            lang={lang}
            onChoose={goToHeading}
            onClose={close}
          />
        )}
        {aid === "print" && <PrintSheet body={open.body} onClose={close} />}
        {aid === "share" && <ShareSheet article={article} html={html} onClose={close} />}
        {aid === "keys" && <KeysSheet onClose={close} />}
        {full.value && <FullView thing={full.value} lang={lang} onClose={() => (full.value = undefined)} />}
        {note.value && (
          <Footnote
            note={note.value}
            lang={lang}
            onGo={() => {
              if (note.value) goToTarget(note.value.target);
              note.value = undefined;
            }}
            onClose={() => (note.value = undefined)}
          />
        )}
      </div>
      <div ref={paper} class="print-end" lang={lang} />
    </>
  );
}

/** Asks before a link within the article is followed; what is answered itself is not followed. */
function watchLinks(body: HTMLElement, answers: (link: HTMLAnchorElement) => boolean): () => void {
  const click = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    if (!link || !answers(link)) return;
    event.preventDefault();
    event.stopPropagation(); // before the body itself scrolls to the place
  };
  body.addEventListener("click", click, { capture: true });
  return () => body.removeEventListener("click", click, { capture: true });
}

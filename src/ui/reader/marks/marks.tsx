import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Article } from "#domain/article.ts";
import { type Colour, colours, type Highlight } from "#domain/highlight.ts";
import { highlightsOf } from "#library/highlights.ts";
import { type Run, rangeOf, textRuns } from "#ui/reader/place/reading-place.ts";
import { readAloudFrom } from "#ui/reader/voice/selection-aloud.ts";
import { forgetAt, go, route } from "#ui/router.ts";
import { useLive } from "#ui/use-live.ts";
import { clearMarks, markAt, type Placed, paintMarks, placeMarks, pointOut } from "./highlight-layer.ts";
import { copyCited, mark } from "./mark-deeds.ts";
import { MarkSheet } from "./mark-sheet.tsx";
import { drawSigns } from "./mark-signs.ts";
import { SelectionToolbar } from "./selection-toolbar.tsx";
import { type Selected, watchSelection } from "./selection-watch.ts";

/** A body that has just been filled; a new object each time. */
export type Filled = { body: HTMLElement };

/** A body with its text and what is marked in it. */
type Reading = { body: HTMLElement; runs: readonly Run[]; placed: readonly Placed[] };

/** A highlight one has come to see is pointed out so long, in milliseconds. */
const pointed = 2500;

/** Words looked up may be so long; more than that is a passage and not a question. */
const longestQuery = 60;

type MarksProps = {
  article: Article;
  filled: ReadonlySignal<Filled | undefined>;
  at: string | undefined;
  /** Brings a character into sight. */
  onReveal: (offset: number) => void;
};

/** Everything about the marks of an open article: painting, selecting, touching them, and going to one (`at`). */
export function Marks({ article, filled, at, onReveal }: MarksProps) {
  const highlights = useLive(() => highlightsOf(article.id), [article.id]);
  const layer = useRef<HTMLDivElement>(null);
  const reading = useRef<Reading>(undefined);
  const selected = useSignal<Selected | undefined>(undefined);
  const edited = useSignal<string | undefined>(undefined);
  const writing = useSignal(false); // a note is asked for, and not what else the sheet has
  const shown = filled.value;

  useEffect(() => {
    if (!shown) return;
    return afterPaint(() => {
      const { body } = shown;
      const runs = textRuns(body);
      reading.current = { body, runs, placed: reading.current?.body === body ? reading.current.placed : [] };
      const stopWatching = watchSelection(body, runs, (next) => (selected.value = next));
      const touch = (event: MouseEvent) => {
        const hit = touchedMark(event, reading.current);
        if (!hit) return;
        event.stopPropagation(); // neither the bars nor a page turn
        edited.value = hit.id;
      };
      body.addEventListener("click", touch, true);
      return () => {
        stopWatching();
        body.removeEventListener("click", touch, true);
        selected.value = undefined;
      };
    });
  }, [shown]);

  useEffect(() => {
    if (!shown || !highlights) return;
    return afterPaint(() => {
      const { body, runs } = reading.current ?? { body: shown.body, runs: textRuns(shown.body) };
      const placed = placeMarks(runs, highlights);
      reading.current = { body, runs, placed };
      paintMarks(body, runs, placed);
      const stopDrawing = layer.current ? drawSigns(layer.current, body, runs, placed) : () => {};
      const stopPointing = at ? arrive(at, reading.current, onReveal, (id) => (edited.value = id)) : () => {};
      return () => {
        stopDrawing();
        stopPointing();
      };
    });
  }, [shown, highlights, at]);
  useEffect(() => clearMarks, []);

  const isSelected = selected.value !== undefined;
  useEffect(() => {
    if (!isSelected) return;
    const press = (event: KeyboardEvent) => {
      if (!isForSelection(event)) return;
      const colour = colours[Number(event.key) - 1];
      if (colour) void markSelected(colour);
      else if (event.key === "n") void noteSelected();
      else if (event.key === "Escape") leave();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press, true);
    return () => document.removeEventListener("keydown", press, true);
  }, [isSelected]);

  const leave = () => {
    getSelection()?.removeAllRanges();
    selected.value = undefined;
  };
  const markSelected = async (colour: Colour): Promise<Highlight | undefined> => {
    const words = selected.value;
    if (!words || !reading.current) return undefined;
    leave();
    return mark(article, reading.current.runs, words, colour);
  };
  const noteSelected = async () => {
    const made = await markSelected("yellow");
    if (!made) return;
    writing.value = true;
    edited.value = made.id;
  };
  const lookUp = () => {
    const query = selected.value?.words.replace(/\s+/g, " ").slice(0, longestQuery) ?? "";
    const isBeside = matchMedia("(min-width: 1100px)").matches; // the article stays open where the list lies beside it
    leave();
    go({ screen: "search", query, ...(isBeside && { article: article.id }) });
  };
  const readFrom = readAloudFrom.value;
  return (
    <>
      <div ref={layer} aria-hidden="true" />
      {selected.value && (
        <SelectionToolbar
          pane={shown?.body.closest<HTMLElement>(".reader-screen") ?? null}
          onMark={markSelected}
          onNote={noteSelected}
          onCopy={() => {
            if (selected.value) void copyCited(selected.value.words.replace(/\s+/g, " "), article);
            leave();
          }}
          onLookUp={lookUp}
          onAloud={
            readFrom &&
            (() => {
              if (selected.value) readFrom(selected.value.start);
              leave();
            })
          }
        />
      )}
      {edited.value && (
        <MarkSheet
          id={edited.value}
          article={article}
          writing={writing.value}
          onClose={() => {
            edited.value = undefined;
            writing.value = false;
          }}
        />
      )}
    </>
  );
}

/** Goes to the highlight the address names; one without a place in the text is shown by itself. */
function arrive(
  id: string,
  { runs, placed }: Reading,
  onReveal: (offset: number) => void,
  onLost: (id: string) => void,
): () => void {
  const found = placed.find(({ highlight }) => highlight.id === id);
  if (route.peek().at === id) forgetAt();
  if (!found) {
    onLost(id);
    return () => {};
  }
  onReveal(found.start);
  pointOut(rangeOf(runs, found.start, found.end));
  setTimeout(pointOut, pointed, undefined);
  return () => {};
}

function touchedMark(event: MouseEvent, reading: Reading | undefined): Highlight | undefined {
  const answers = (event.target as Element).closest("a, button, summary, input");
  if (!reading || answers || !(getSelection()?.isCollapsed ?? true)) return undefined;
  return markAt(reading.runs, reading.placed, event.clientX, event.clientY);
}

function isForSelection(event: KeyboardEvent): boolean {
  const isTyping = (event.target as Element).closest("input, textarea, select, dialog");
  return !(isTyping || event.isComposing || event.ctrlKey || event.metaKey || event.altKey);
}

/** Does something when the page has been drawn; its answer, or not doing it at all, ends it. */
function afterPaint(deed: () => () => void): () => void {
  let end = () => {};
  let timer = 0;
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(() => {
      end = deed();
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    end();
  };
}

import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import type { FoundNote } from "./find-note.ts";
import "./footnote.css";

type FootnoteProps = { note: FoundNote; lang: string; onGo: () => void; onClose: () => void };

/** From this width on a note stands at its reference; below it, at the foot of the screen. */
const wide = matchMedia("(min-width: 700px)");

/** Between a reference and its note, and between the note and the edge of the page, in CSS pixels. */
const gap = 10;

/** A note over the page, at its reference; Escape and a tap elsewhere put it away and the reading goes on. */
export function Footnote({ note, lang, onGo, onClose }: FootnoteProps) {
  const box = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const closing = useRef(onClose);
  closing.current = onClose;
  useLayoutEffect(() => {
    const popover = box.current;
    if (!popover) return;
    words.current?.replaceChildren(note.copy.cloneNode(true));
    popover.showPopover();
    stand(popover, note.link);
    popover.focus({ preventScroll: true });
    const left = (event: Event) => {
      if ((event as ToggleEvent).newState !== "closed") return;
      note.link.focus({ preventScroll: true });
      closing.current();
    };
    popover.addEventListener("toggle", left);
    return () => popover.removeEventListener("toggle", left);
  }, [note]);
  return (
    <div ref={box} class="footnote" popover="auto" role="dialog" aria-label={t.aids.note} tabIndex={-1}>
      <div ref={words} class="prose" lang={lang} />
      <p>
        <button type="button" class="quiet-button" onClick={onGo}>
          {t.aids.goToNote}
        </button>
        <button type="button" class="quiet-button" onClick={() => box.current?.hidePopover()}>
          {t.aids.close}
        </button>
      </p>
    </div>
  );
}

/** Puts the note under its reference, or over it where there is more room. */
function stand(popover: HTMLElement, link: HTMLElement): void {
  if (!wide.matches) return;
  const at = link.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const left = Math.min(Math.max(at.left - width / 2, gap), innerWidth - width - gap);
  const isRoomBelow = at.bottom + gap + height < innerHeight;
  popover.style.left = `${left}px`;
  popover.style.top = `${isRoomBelow ? at.bottom + gap : Math.max(at.top - gap - height, gap)}px`;
}

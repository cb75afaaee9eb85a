import { useLayoutEffect, useRef } from "preact/hooks";
import type { Colour } from "#domain/highlight.ts";
import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { Swatches } from "#ui/components/swatches.tsx";
import "./selection-toolbar.css";

type SelectionToolbarProps = {
  /** The pane it belongs to: it lies at its foot. */
  pane: HTMLElement | null;
  onMark: (colour: Colour) => void;
  onNote: () => void;
  onCopy: () => void;
  onLookUp: () => void;
  /** Undefined while nothing can read aloud. */
  onAloud: (() => void) | undefined;
};

/** What can be done with selected words, at the foot of the screen: a phone's own menu lies over the words themselves. */
export function SelectionToolbar({ pane, onMark, onNote, onCopy, onLookUp, onAloud }: SelectionToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = bar.current;
    const { left, width } = pane?.getBoundingClientRect() ?? { left: 0, width: innerWidth };
    shown?.style.setProperty("--pane-left", `${left}px`);
    shown?.style.setProperty("--pane-width", `${width}px`);
    shown?.showPopover?.(); // over everything, whatever the article is laid out in
  }, [pane]);
  return (
    <div
      ref={bar}
      class="selection-toolbar"
      role="toolbar"
      aria-label={t.marks.selection}
      popover="manual"
      onMouseDown={(event) => event.preventDefault()} // or the tap would take the selection away
    >
      <Swatches onChoose={onMark} />
      <div class="selection-deeds">
        <button type="button" class="selection-note" aria-keyshortcuts="n" onClick={onNote}>
          <Icon name="pencil" />
          {t.marks.note}
        </button>
        <button type="button" class="selection-copy" onClick={onCopy}>
          <Icon name="clipboard" />
          {t.marks.copy}
        </button>
        <button type="button" class="selection-look-up" onClick={onLookUp}>
          <Icon name="search" />
          {t.marks.lookUp}
        </button>
        {onAloud && (
          <button type="button" class="selection-aloud" onClick={onAloud}>
            <Icon name="aloud" />
            {t.marks.aloud}
          </button>
        )}
      </div>
    </div>
  );
}

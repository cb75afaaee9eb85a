import type { PanzoomObject } from "@panzoom/panzoom";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { openOnTop } from "#ui/components/dialogs.ts";
import { AidIcon } from "./aid-icon.tsx";
import "./full-view.css";

type FullViewProps = { thing: HTMLImageElement | HTMLTableElement; lang: string; onClose: () => void };

/** How near a picture may come: a phone's screen shows a scanned page's smallest print at this. */
const nearest = 10;

/** What a double tap comes near to. */
const doubleTap = 2.5;

/** So far an arrow key moves, in CSS pixels. */
const step = 60;

/** A picture or a table over the whole screen, to be pinched, dragged, wheeled or moved by keys. */
export function FullView({ thing, lang, onClose }: FullViewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const zoom = useRef<PanzoomObject>(undefined);
  useLayoutEffect(() => {
    const opened = dialog.current;
    const floor = stage.current;
    if (!opened || !floor) return;
    const copy = copyOf(thing);
    floor.replaceChildren(copy);
    const close = openOnTop(opened);
    opened.focus();
    let isGone = false;
    import("@panzoom/panzoom").then(({ default: panzoom }) => {
      if (isGone) return;
      const animate = !matchMedia("(prefers-reduced-motion: reduce)").matches;
      zoom.current = panzoom(copy, {
        maxScale: nearest,
        minScale: 1,
        step: 0.4,
        canvas: true,
        animate,
        cursor: "grab",
      });
      floor.addEventListener("wheel", zoom.current.zoomWithWheel, { passive: false });
    }, reportError);
    return () => {
      isGone = true;
      zoom.current?.destroy();
      close();
    };
  }, [thing]);

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      "+": () => zoom.current?.zoomIn(),
      "=": () => zoom.current?.zoomIn(),
      "-": () => zoom.current?.zoomOut(),
      "0": () => zoom.current?.reset(),
      ArrowLeft: () => zoom.current?.pan(step, 0, { relative: true }),
      ArrowRight: () => zoom.current?.pan(-step, 0, { relative: true }),
      ArrowUp: () => zoom.current?.pan(0, step, { relative: true }),
      ArrowDown: () => zoom.current?.pan(0, -step, { relative: true }),
    };
    const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const onDblClick = (event: MouseEvent) => {
    if ((zoom.current?.getScale() ?? 1) > 1) zoom.current?.reset();
    else zoom.current?.zoomToPoint(doubleTap, event, { animate: true });
  };
  const words = wordsOf(thing);
  return (
    <dialog
      ref={dialog}
      class="full-view"
      aria-label={words || t.aids.fullView}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onClose={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and buttons do the same */}
      <div ref={stage} class="full-view-stage" lang={lang} onDblClick={onDblClick} />
      {words && <p lang={lang}>{words}</p>}
      <div class="full-view-tools">
        <button type="button" class="icon-button" aria-label={t.aids.zoomOut} onClick={() => zoom.current?.zoomOut()}>
          <AidIcon name="smaller" />
        </button>
        <button type="button" class="icon-button" aria-label={t.aids.zoomIn} onClick={() => zoom.current?.zoomIn()}>
          <AidIcon name="larger" />
        </button>
        <button type="button" class="icon-button" aria-label={t.aids.close} onClick={() => dialog.current?.close()}>
          <AidIcon name="close" />
        </button>
      </div>
    </dialog>
  );
}

function copyOf(thing: HTMLImageElement | HTMLTableElement): HTMLElement {
  if (thing instanceof HTMLImageElement) {
    const picture = new Image();
    picture.src = thing.currentSrc || thing.src;
    picture.alt = thing.alt;
    picture.draggable = false;
    return picture;
  }
  const holder = document.createElement("div");
  holder.className = "prose";
  const table = thing.cloneNode(true) as HTMLElement;
  for (const element of [table, ...table.querySelectorAll("[id]")]) element.removeAttribute("id");
  holder.append(table);
  return holder;
}

/** What is said under it: the caption, else the description. */
function wordsOf(thing: HTMLImageElement | HTMLTableElement): string {
  const caption = thing.closest("figure")?.querySelector("figcaption")?.textContent?.trim();
  if (thing instanceof HTMLImageElement) return caption || thing.alt.trim();
  return thing.caption ? "" : (caption ?? ""); // a table's own caption is in the table
}

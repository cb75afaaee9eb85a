import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { addDropped, addPasted } from "./adding.ts";
import "./drop-target.css";

/** Lets files be dropped anywhere, and paste work anywhere but in a field; shows where a drop would go. */
export function DropTarget() {
  const depth = useSignal(0); // dragenter and dragleave come for every element crossed

  useEffect(() => {
    const stop = new AbortController();
    const listen = <K extends keyof DocumentEventMap>(type: K, answer: (event: DocumentEventMap[K]) => void) =>
      document.addEventListener(type, answer, { signal: stop.signal });
    listen("dragenter", (event) => {
      if (canTake(event.dataTransfer)) depth.value++;
    });
    listen("dragleave", () => {
      depth.value = Math.max(depth.value - 1, 0);
    });
    listen("dragover", (event) => {
      if (canTake(event.dataTransfer)) event.preventDefault();
    });
    listen("drop", (event) => {
      depth.value = 0;
      if (!canTake(event.dataTransfer) || !event.dataTransfer) return;
      event.preventDefault();
      addDropped(event.dataTransfer);
    });
    listen("paste", (event) => {
      if (!event.clipboardData || isField(event.target)) return;
      event.preventDefault();
      addPasted(event.clipboardData);
    });
    return () => stop.abort();
  }, [depth]);

  if (depth.value === 0) return null;
  return (
    <div class="drop-target" aria-hidden="true">
      <p>
        <Icon name="leaf" />
        {t.add.drop}
      </p>
    </div>
  );
}

/** Files only: a dragged selection or link may well come from the article being read. */
function canTake(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes("Files") ?? false;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
}

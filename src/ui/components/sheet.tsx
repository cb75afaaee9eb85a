import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { openOnTop } from "./dialogs.ts";
import "./sheet.css";

type SheetProps = {
  label: string;
  /** `clear` leaves what is behind in full light, for choices that show there at once. */
  backdrop?: "dim" | "clear";
  onClose: () => void;
  children: ComponentChildren;
};

/** A sheet from the bottom on a phone, a card on a wide screen; open while it is rendered. Escape and a tap beside it close. */
export function Sheet({ label, backdrop = "dim", onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const leaving = useRef(false); // put away by whoever shows it, who need not be told
  useLayoutEffect(() => {
    if (!dialog.current) return;
    const close = openOnTop(dialog.current);
    dialog.current.focus({ preventScroll: true }); // not a field inside: a phone would raise its keyboard
    return () => {
      leaving.current = true;
      close();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is only for the backdrop; Escape is the dialog's own key
    <dialog
      ref={dialog}
      class={`sheet sheet-${backdrop}`}
      aria-label={label}
      tabIndex={-1}
      onClose={() => {
        if (!leaving.current) onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="sheet-body">{children}</div>
    </dialog>
  );
}

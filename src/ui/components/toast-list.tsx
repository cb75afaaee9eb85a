import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { topDialog } from "./dialogs.ts";
import "./toast-list.css";

type ToastListProps = {
  toasts: readonly { id: number; text: string; action?: { label: string; run: () => void } }[];
  onDone: (id: number) => void;
  /** Told when the reader comes to the words and leaves them again. */
  onHold: (held: boolean) => void;
};

/** Short words at the foot of the screen, or in the dialog that is open; read out politely, they never take the focus. */
export function ToastList({ toasts, onDone, onHold }: ToastListProps) {
  const place = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // The list itself moves and is not drawn twice: what is said once is read out once.
  useSignalEffect(() => {
    const to = topDialog.value ?? place.current;
    if (list.current && to !== list.current.parentElement) to?.append(list.current);
  });
  return (
    <div class="toast-place" ref={place}>
      <div
        ref={list}
        class="toast-list"
        role="status"
        aria-live="polite"
        onPointerEnter={() => onHold(true)}
        onPointerLeave={() => onHold(false)}
        onFocusIn={() => onHold(true)}
        onFocusOut={() => onHold(false)}
      >
        {toasts.map(({ id, text, action }) => (
          <div key={id} class="toast">
            <span>{text}</span>
            {action && (
              <button
                type="button"
                onClick={() => {
                  onDone(id);
                  action.run();
                }}
              >
                {action.label}
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

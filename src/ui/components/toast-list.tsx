import "./toast-list.css";

type ToastListProps = {
  toasts: readonly { id: number; text: string; action?: { label: string; run: () => void } }[];
  onDone: (id: number) => void;
  /** Told when the reader comes to the words and leaves them again. */
  onHold: (held: boolean) => void;
};

/** Short words at the foot of the screen, read out politely; they never take the focus. */
export function ToastList({ toasts, onDone, onHold }: ToastListProps) {
  return (
    <div
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
  );
}

import { computed, type ReadonlySignal, signal } from "@preact/signals";

const open = signal<readonly HTMLDialogElement[]>([]);

/** The modal dialog above all others: everything outside it can be neither seen well nor touched. */
export const topDialog: ReadonlySignal<HTMLDialogElement | undefined> = computed(() => open.value.at(-1));

/** Opens a dialog above all else. Returns the function that closes it, to be called while it is still in the page. */
export function openOnTop(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  open.value = [...open.peek(), dialog];
  return () => {
    open.value = open.peek().filter((other) => other !== dialog);
    dialog.close(); // while it is still there, so that the browser gives the focus back
  };
}

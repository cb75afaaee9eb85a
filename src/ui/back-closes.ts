// The browser's Back, be it a button, a gesture or a key, closes the dialog on top before it leads anywhere.
import { effect } from "@preact/signals";
import { openDialogs } from "./components/dialogs.ts";
import { type Entry, entry, isStepping, leaveDialog, readdress, route, stepBack, wasOwnStep } from "./router.ts";

/** From now on each open dialog has an entry of the history, which goes with it however it is closed. */
export function closeByBack(): void {
  effect(() => {
    void openDialogs.value;
    setTimeout(settle); // one that takes another's place takes its entry too; and a link in it leads on first
  });
  let left = present();
  addEventListener("popstate", () => {
    const { over = 0, page, hash } = left;
    left = present();
    if (!left.state) return void setTimeout(settle); // a new place, not a step
    // What was chosen in a dialog by way of the address holds when it is closed.
    if (over > left.over && page === left.hash && hash !== page) readdress(hash || "#");
    if (!wasOwnStep()) closeDownTo(left.over); // of a step of our own it was closed before, and another may be open
    setTimeout(settle);
  });
  // A link in a dialog takes the place of the dialog's entry; some browsers follow it only when the dialog has gone.
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>("dialog a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !entry().over) return;
    event.preventDefault();
    leaveDialog(link.hash);
  };
  addEventListener("click", onClick, { capture: true });
  effect(() => {
    void route.value; // also where an entry gets another address, of which no event tells
    left = present();
  });

  /** Brings the history in step with the dialogs. */
  function settle(): void {
    const { length } = openDialogs.peek().filter(({ open }) => open);
    if (isStepping() || length === present().over) return; // of a step's end it is told
    const here = entry();
    const { over = 0, page = location.hash } = here;
    if (length < over) stepBack(over - length);
    for (let next = over + 1; next <= length; next++) history.pushState({ ...here, over: next, page }, "");
    left = present();
  }
}

/** The present entry; no state where it was reached by a link this moment. */
function present() {
  const state = history.state as Entry | null;
  return { state, over: state?.over ?? 0, page: state?.page, hash: location.hash };
}

/** As Escape would, each may refuse: one with steps of its own goes back by one of them. */
function closeDownTo(count: number): void {
  for (const dialog of openDialogs.peek().slice(count).reverse()) {
    if (!dialog.dispatchEvent(new Event("cancel", { cancelable: true }))) return;
    dialog.close();
  }
}

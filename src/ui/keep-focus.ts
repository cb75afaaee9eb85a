/** What one moves about in by itself: the focus never leaves it because a button has gone. */
const panes = "dialog, .app-list, .app-reader, .lost-library";

const controls = ":is(a[href], button, select, [tabindex='0'], input:is([type=checkbox], [type=radio])):not(:disabled)";

/** What has the focus or had it until it went, and where it stood. */
let held: { element: Element; pane: HTMLElement; place: number } | undefined;

/** From now on the focus is never lost with what had it: it goes to what stands in its place, else to the pane around it. */
export function keepFocus(): void {
  document.addEventListener("focusin", ({ target }) => {
    const element = target as Element;
    const pane = element.closest<HTMLElement>(panes);
    held = pane ? { element, pane, place: [...pane.querySelectorAll(controls)].indexOf(element) } : undefined;
  });
  document.addEventListener("focusout", ({ relatedTarget }) => {
    const before = held;
    // Left by hand, it is not to be called back; what is being taken away has gone a moment later.
    if (!relatedTarget)
      queueMicrotask(() => {
        if (before && held === before && isThere(before.element)) held = undefined;
      });
  });
  new MutationObserver(() => {
    // One that was disabled still has it until the page is drawn again.
    const isLost = held && [document.body, held.element].includes(document.activeElement as HTMLElement);
    if (held && isLost && !isThere(held.element)) giveOn(held);
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled", "inert"] });
}

function isThere(element: Element): boolean {
  return element.isConnected && !element.matches(":disabled") && !element.closest("[inert]");
}

function giveOn({ pane, place }: { pane: HTMLElement; place: number }): void {
  held = undefined;
  if (!isThere(pane) || !pane.checkVisibility()) return; // whoever closes it says where one goes on
  const left = [...pane.querySelectorAll<HTMLElement>(controls)];
  if (place >= 0) left[Math.min(place, left.length - 1)]?.focus({ preventScroll: true });
  if (pane.contains(document.activeElement)) return;
  if (!pane.hasAttribute("tabindex")) pane.tabIndex = -1;
  pane.focus({ preventScroll: true });
}

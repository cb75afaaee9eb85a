/** What a card swiped far enough does, and how it says so while it is swiped. */
export type SwipeDeed = { words: string; run: () => void };

/** A finger that has moved so far sideways means it, in CSS pixels; less may be a tap or the beginning of a scroll. */
const meant = 14;

/** Sideways must be so many times more than up or down. */
const sideways = 1.6;

/** So near to a side of the screen a swipe is the browser's own, back or forward. */
const edge = 28;

/** Let go beyond so many pixels, the deed is done. */
const far = 84;

/** A card follows the finger no further than this. */
const furthest = 132;

type Swipe = { card: HTMLElement; pointer: number; x: number; y: number; by: number; begun: boolean };

/** Lets the cards of a list be swiped by touch; `deedOf` says what a swipe to a side would do, if anything. Gives how to end it. */
export function watchSwipes(
  list: HTMLElement,
  deedOf: (id: string, side: "left" | "right") => SwipeDeed | undefined,
): () => void {
  let swipe: Swipe | undefined;
  const listening = new AbortController();
  const { signal } = listening;

  const sideOf = (by: number) => (by > 0 ? "right" : "left");
  const idOf = (card: HTMLElement) => card.dataset.id ?? "";

  const letGo = () => {
    if (!swipe) return;
    const { card } = swipe;
    swipe = undefined;
    delete card.dataset.swipe;
    delete card.dataset.armed;
    card.style.removeProperty("--swipe");
  };

  const down = (event: PointerEvent) => {
    const card = (event.target as Element).closest<HTMLElement>(".article-card");
    letGo();
    if (event.pointerType !== "touch" || !event.isPrimary || !card) return;
    if (event.clientX < edge || event.clientX > innerWidth - edge) return;
    swipe = { card, pointer: event.pointerId, x: event.clientX, y: event.clientY, by: 0, begun: false };
  };

  const move = (event: PointerEvent) => {
    if (swipe?.pointer !== event.pointerId) return;
    const by = event.clientX - swipe.x;
    if (!swipe.begun) {
      const down = Math.abs(event.clientY - swipe.y);
      if (down > meant && down * sideways > Math.abs(by)) return letGo(); // it scrolls
      if (Math.abs(by) < meant || Math.abs(by) < down * sideways) return;
      swipe.begun = true; // from here on a touch is the card's own, wherever it goes
    }
    const deed = deedOf(idOf(swipe.card), sideOf(by));
    swipe.by = deed ? Math.max(Math.min(by, furthest), -furthest) : 0;
    swipe.card.dataset.swipe = sideOf(by);
    swipe.card.dataset.hint = deed?.words ?? "";
    swipe.card.toggleAttribute("data-armed", Math.abs(swipe.by) >= far);
    swipe.card.style.setProperty("--swipe", `${swipe.by}px`);
  };

  const up = (event: PointerEvent) => {
    if (swipe?.pointer !== event.pointerId) return;
    const { card, by, begun } = swipe;
    letGo();
    if (!begun) return;
    // The finger was on a link, and a browser may take its lifting for a tap.
    const swallow = (click: MouseEvent) => {
      click.preventDefault();
      click.stopPropagation();
    };
    list.addEventListener("click", swallow, { capture: true, once: true, signal });
    setTimeout(() => list.removeEventListener("click", swallow, { capture: true }), 50);
    if (Math.abs(by) >= far) deedOf(idOf(card), sideOf(by))?.run();
  };

  list.addEventListener("pointerdown", down, { signal });
  list.addEventListener("pointermove", move, { signal });
  list.addEventListener("pointerup", up, { signal });
  list.addEventListener("pointercancel", letGo, { signal });
  return () => {
    letGo();
    listening.abort();
  };
}

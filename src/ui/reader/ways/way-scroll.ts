import { downward } from "#ui/reader/place/reading-place.ts";
import { motion, share, type Way } from "./way.ts";

/** Where the first whole line stands, below the scroller's top edge: clear of the bar, in CSS pixels. */
const firstLine = 56;

/** What the foot covers, in CSS pixels. */
const foot = 44;

/** Down a page as long as the article. */
export function scrollWay(scroller: HTMLElement, body: HTMLElement): Way {
  const left = () => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  const screen = () => scroller.clientHeight - firstLine - foot - Number.parseFloat(getComputedStyle(body).lineHeight);
  return {
    scroller,
    axis: downward,
    slack: 1,
    isPaged: false,
    edge: () => scroller.getBoundingClientRect().top + firstLine,
    reach: () => scroller.clientHeight - firstLine - foot,
    moveTo(place) {
      scroller.scrollTop += place - this.edge();
    },
    position: () => scroller.scrollTop,
    turn: (screens) => scroller.scrollBy({ top: screens * screen(), behavior: motion(scroller) }),
    goToEnd: (end) => scroller.scrollTo({ top: end === "first" ? 0 : scroller.scrollHeight, behavior: "instant" }),
    isAtEnd: () => left() < 1,
    fits: () => scroller.scrollHeight <= scroller.clientHeight + 1,
    progress() {
      const below = body.getBoundingClientRect().bottom - scroller.getBoundingClientRect().bottom;
      return share(scroller.scrollTop, below);
    },
  };
}

import { leftward } from "#ui/reader/place/reading-place.ts";
import { glide } from "./glide.ts";
import { motion, share, type Way } from "./way.ts";
import "./way-vertical.css";

/** 竖排: lines run down and follow one another to the left, and the page moves to the right beneath the eye. */
export function verticalWay(scroller: HTMLElement, body: HTMLElement): Way {
  const room = () => scroller.scrollWidth - scroller.clientWidth;
  const line = () => Number.parseFloat(getComputedStyle(body).lineHeight);
  let arrive = () => {};
  return {
    scroller,
    axis: leftward,
    slack: 1,
    isPaged: false,
    edge: () => -scroller.getBoundingClientRect().right,
    reach: () => scroller.clientWidth,
    moveTo(place) {
      scroller.scrollLeft -= place - this.edge();
    },
    position: () => -scroller.scrollLeft, // from 0 at the right edge it counts below zero
    turn(screens, moved) {
      const lines = Math.max(Math.floor(scroller.clientWidth / line()) - 1, 1);
      arrive(); // two turns in a row go two screens on
      arrive = glide(screens * lines * line(), (by) => {
        scroller.scrollLeft -= by;
        moved();
      });
      if (motion(scroller) === "instant") arrive();
    },
    goToEnd(end) {
      arrive();
      scroller.scrollTo({ left: end === "first" ? 0 : -scroller.scrollWidth, behavior: "instant" });
    },
    isAtEnd: () => room() + scroller.scrollLeft < 1,
    fits: () => room() <= 1,
    progress() {
      const ahead = scroller.getBoundingClientRect().left - body.getBoundingClientRect().left;
      return share(-scroller.scrollLeft, ahead);
    },
    close: () => arrive(),
  };
}

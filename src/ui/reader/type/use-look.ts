import { effect } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { isOwnFontChinese } from "./own-font.ts";
import * as preferences from "./reading-preferences.ts";

type Look = {
  screen: RefObject<HTMLElement | null>;
  page: RefObject<HTMLElement | null>;
  /** Called while the page still has its old look. */
  beforeChange: () => void;
  onChange: () => void;
};

/** Sets the look of the page as it is chosen, past the components: a new size draws nothing anew but the words. */
export function useLook({ screen, page, beforeChange, onChange }: Look): void {
  useLayoutEffect(() => {
    let frame = 0;
    let isFirst = true;
    const stop = effect(() => {
      const { face, latin, leading, margin, paragraph, alignment, weight, spacing, size } = preferences;
      const choices = { face, latin, leading, margin, paragraph, alignment, weight, spacing };
      const values = Object.entries(choices).map(([name, { value }]) => [name, value] as const);
      const [pixels, paper] = [`${size.value}px`, preferences.presentReadingPaper.value];
      const ownFont = isOwnFontChinese.value ? "chinese" : "latin";
      if (!isFirst) beforeChange();
      page.current?.style.setProperty("--reader-size", pixels); // not on the bars, which would all be looked at
      for (const [name, value] of values) set(screen.current, name, value);
      set(screen.current, "paper", paper);
      set(screen.current, "ownFont", ownFont);
      cancelAnimationFrame(frame);
      if (!isFirst) frame = requestAnimationFrame(onChange);
      isFirst = false;
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, []);
}

/** What is already so is not set again: the browser would look at the whole page. */
function set(element: HTMLElement | null, name: string, value: string): void {
  if (element && element.dataset[name] !== value) element.dataset[name] = value;
}

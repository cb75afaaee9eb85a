import { effect } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { isOwnFontChinese } from "./own-font.ts";
import * as preferences from "./reading-preferences.ts";

/** Sets the look of the page as it is chosen, past the components: a new size draws nothing anew but the words. */
export function useLook(screen: RefObject<HTMLElement | null>, onChange: () => void): void {
  useLayoutEffect(() => {
    let frame = 0;
    const stop = effect(() => {
      const { face, latin, leading, margin, paragraph, alignment, weight, spacing, size } = preferences;
      screen.current?.style.setProperty("--reader-size", `${size.value}px`);
      const choices = { face, latin, leading, margin, paragraph, alignment, weight, spacing };
      for (const [name, { value }] of Object.entries(choices)) set(screen.current, name, value);
      set(screen.current, "paper", preferences.presentReadingPaper.value);
      set(screen.current, "ownFont", isOwnFontChinese.value ? "chinese" : "latin");
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(onChange);
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

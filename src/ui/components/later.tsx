import { type ReadonlySignal, signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";

type Later<Props extends object> = FunctionComponent<Props> & {
  /** Fetches it now, for one who will soon want it. */
  fetch: () => void;
};

const missing = signal(false);

/** True once a part could not be fetched: after an update its file may be gone, and only a reload brings the new one. */
export const partMissing: ReadonlySignal<boolean> = missing;

// Whoever fetches a part, a screen or a tool, reports that it did not come; each engine has words of its own for it.
addEventListener("error", ({ message }) => {
  if (/dynamically imported module|module script failed|preload CSS/.test(message)) missing.value = true;
});

/** A component that is fetched when it is first shown, so that what few readers open is no part of the first load. */
export function later<Props extends object>(load: () => Promise<FunctionComponent<Props>>): Later<Props> {
  const found = signal<FunctionComponent<Props> | undefined>(undefined);
  const fetch = () => {
    if (found.peek()) return;
    load().then((component) => {
      found.value = component;
    }, reportError);
  };
  function Shown(props: Props) {
    useEffect(fetch, []);
    const Component = found.value;
    return Component ? <Component {...props} /> : null;
  }
  return Object.assign(Shown, { fetch });
}

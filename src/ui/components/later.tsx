import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";

type Later<Props extends object> = FunctionComponent<Props> & {
  /** Fetches it now, for one who will soon want it. */
  fetch: () => void;
};

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

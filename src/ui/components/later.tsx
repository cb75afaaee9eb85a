import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";

/** A component that is fetched when it is first shown, so that what few readers open is no part of the first load. */
export function later<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  const found = signal<FunctionComponent<Props> | undefined>(undefined);
  return function Later(props: Props) {
    useEffect(() => {
      if (found.peek()) return;
      load().then((component) => {
        found.value = component;
      }, reportError);
    }, []);
    const Component = found.value;
    return Component ? <Component {...props} /> : null;
  };
}

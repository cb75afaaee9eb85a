import { useMemo } from "preact/hooks";
import { live } from "#library/live.ts";

/** The present answer of a library query, drawn again whenever it changes; undefined until the first answer, `whenFailed` where none can be had; asked for with `begin`. */
export function useLive<T>(
  query: () => Promise<T>,
  keys: readonly unknown[] = [],
  whenFailed?: T,
  begin?: Promise<unknown>,
): T | undefined {
  return useMemo(() => live(query, whenFailed, begin), keys).value;
}

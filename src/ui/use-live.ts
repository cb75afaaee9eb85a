import { useMemo } from "preact/hooks";
import { live } from "#library/live.ts";

/** The present answer of a library query, drawn again whenever it changes; undefined until the first answer. */
export function useLive<T>(query: () => Promise<T>, keys: readonly unknown[] = []): T | undefined {
  return useMemo(() => live(query), keys).value;
}

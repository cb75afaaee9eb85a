// JSON from a file that anyone may have written.
import { BackupError } from "./problem.ts";

/** Rows of ours nest five deep; what nests deeper is none. */
const mostDepth = 32;

/** Names that reach an object's own machinery when they are copied as keys. */
const refused = new Set(["__proto__", "constructor", "prototype"]);

/** One JSON value; throws BackupError `key-refused` or `row-refused`, naming the entry and the line. */
export function readJson(text: string, entry: string, line?: number): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BackupError("row-refused", entry, line);
  }
  let level: object[] = isObject(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostDepth) throw new BackupError("row-refused", entry, line);
    const next: object[] = [];
    for (const one of level) {
      const isList = Array.isArray(one);
      for (const key of isList ? one.keys() : Object.keys(one)) {
        if (!isList && refused.has(String(key))) throw new BackupError("key-refused", entry, line);
        const inside: unknown = (one as Record<string | number, unknown>)[key];
        if (isObject(inside)) next.push(inside);
      }
    }
    level = next;
  }
  return value;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** An object of an export, none of whose fields can be relied on. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** The objects of a JSON array; undefined when the text is no JSON or no array. */
export function recordsIn(json: string): JsonRecord[] | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter(isRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** The objects of a field that should be a list of them. */
export function recordsOf(value: unknown): JsonRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The members of a field that should be a list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The words of a field that should be text or a number; empty for anything else. */
export function wordsOf(value: unknown): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() : "";
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

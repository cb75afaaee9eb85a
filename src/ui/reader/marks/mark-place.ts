import { highlightById } from "#library/highlights.ts";
import { textRuns } from "#ui/reader/place/reading-place.ts";
import { placeMarks } from "./highlight-layer.ts";

/** Where in a body a highlight begins, in characters of its text; undefined when it has gone or its words have. */
export async function offsetOfMark(id: string, body: HTMLElement): Promise<number | undefined> {
  const highlight = await highlightById(id);
  return highlight ? placeMarks(textRuns(body), [highlight])[0]?.start : undefined;
}

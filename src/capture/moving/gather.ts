import { normalizeUrl } from "#domain/url.ts";
import type { Belonging, MarkedPassage, Row } from "./belonging.ts";

/** Rows between two breaths: a few milliseconds' work on a phone. */
const slice = 200;

/** Collects rows, one belonging for each address; yields how many rows it has read, so that a page may breathe in between. */
export function* gather(rows: Iterable<Row>): Generator<number, { belongings: Belonging[]; skipped: number }> {
  const byAddress = new Map<string, Belonging>();
  let read = 0;
  let skipped = 0;
  for (const row of rows) {
    if (++read % slice === 0) yield read;
    const address = row && normalizeUrl(row.url);
    if (!address) {
      skipped++;
      continue;
    }
    const other = byAddress.get(address);
    byAddress.set(address, other ? merged(other, row) : row);
  }
  return { belongings: [...byAddress.values()], skipped };
}

/** Two rows about one page say more together: the first saving, every tag, note and passage, the furthest place. */
function merged(one: Belonging, other: Belonging): Belonging {
  const savedAt = Math.min(one.savedAt ?? Infinity, other.savedAt ?? Infinity);
  const readProgress = Math.max(one.readProgress ?? 0, other.readProgress ?? 0);
  return {
    ...other,
    ...one,
    ...(savedAt < Infinity && { savedAt }),
    ...(readProgress > 0 && { readProgress }),
    tags: [...new Set([...one.tags, ...other.tags])],
    ...joined(one.note, other.note),
    highlights: together(one.highlights, other.highlights),
  };
}

function joined(one?: string, other?: string): { note?: string } {
  if (!one || !other) return {};
  return { note: one.includes(other) ? one : `${one}\n\n${other}` };
}

function together(ones: MarkedPassage[], others: MarkedPassage[]): MarkedPassage[] {
  if (others.length === 0) return ones;
  const known = new Set(ones.map(printOf));
  return [...ones, ...others.filter((passage) => !known.has(printOf(passage)))];
}

function printOf({ quote, note }: MarkedPassage): string {
  return JSON.stringify([quote, note]);
}

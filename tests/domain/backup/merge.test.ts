import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article, EditableField } from "#domain/article.ts";
import { betterCapture, isDeleted, lastChange, mergeArticles, mergeHighlights } from "#domain/backup/merge.ts";
import type { Highlight } from "#domain/highlight.ts";

const moment = fc.integer({ min: 0, max: 6 });
const editable: EditableField[] = ["title", "byline", "source", "published"];
const hasBody = { here: true, backup: true };

/** States of one article that differ in every way two devices can make them differ. */
const article = fc
  .record(
    {
      title: fc.constantFrom("a", "b"),
      byline: fc.constantFrom("王", "李"),
      savedAt: moment,
      refreshedAt: moment,
      favouritedAt: moment,
      archivedAt: moment,
      trashedAt: moment,
      marked: fc.record({ as: fc.constantFrom("unread", "finished"), at: moment }),
      tags: fc.uniqueArray(fc.constantFrom("x", "y", "z")),
      edited: fc.uniqueArray(fc.constantFrom(...editable), { minLength: 1 }),
      pending: fc.constant(true),
    },
    { requiredKeys: ["title", "savedAt", "refreshedAt"] },
  )
  .map((fields) => ({ ...common, ...fields }) as Article);
const common = { id: "1", identity: "url:1", lang: "en", excerpt: "", length: { han: 0, words: 0 } };

const merge = (here: Article, backup: Article) => mergeArticles(here, backup, betterCapture(here, backup, hasBody));

/** The same, slowly: each field by itself, from all that either side claims about it. */
function reference(here: Article, backup: Article): Article {
  const captures = [here, backup].filter((one) => !one.pending);
  const candidates = captures.length > 0 ? captures : [here, backup];
  const newest = Math.max(...candidates.map(({ refreshedAt }) => refreshedAt));
  const capture = candidates.find(({ refreshedAt }) => refreshedAt === newest) as Article;
  const other = capture === here ? backup : here;
  const merged: Record<string, unknown> = {};
  for (const name of ["title", "byline", "source", "published"] as const) {
    const isOthers = other.edited?.includes(name) && !capture.edited?.includes(name) && other[name] !== undefined;
    merged[name] = isOthers ? other[name] : capture[name];
  }
  for (const name of ["lang", "excerpt", "length", "refreshedAt", "pending"] as const) merged[name] = capture[name];
  merged.id = here.id;
  merged.identity = here.identity;
  merged.savedAt = [here.savedAt, backup.savedAt].sort((a, b) => a - b)[0];
  for (const name of ["favouritedAt", "archivedAt"] as const) merged[name] = here[name] ?? backup[name];
  const marks = [here.marked, backup.marked].filter((mark) => mark !== undefined);
  merged.marked = marks.find(({ at }) => marks.every((mark) => mark.at <= at));
  const tags = [...(here.tags ?? []), ...(backup.tags ?? [])].filter((tag, at, all) => all.indexOf(tag) === at);
  merged.tags = here.tags || tags.length > 0 ? tags : undefined;
  const edited = editable.filter((name) => here.edited?.includes(name) || backup.edited?.includes(name));
  merged.edited = edited.length > 0 ? edited : undefined;
  if (here.trashedAt !== undefined && backup.trashedAt !== undefined)
    merged.trashedAt = Math.max(here.trashedAt, backup.trashedAt);
  const known = [backup.savedAt, backup.refreshedAt, backup.favouritedAt, backup.archivedAt, backup.marked?.at];
  if (here.trashedAt !== undefined && backup.trashedAt === undefined)
    merged.trashedAt = known.some((at) => at !== undefined && at > (here.trashedAt as number))
      ? undefined
      : here.trashedAt;
  return merged as Article;
}

const inOrder = (one: Article) => ({ ...one, edited: one.edited?.toSorted(), tags: one.tags });

describe("two states of one article", () => {
  test("become what a slow reading of each field says", () => {
    fc.assert(
      fc.property(article, article, (here, backup) => {
        const expected = reference(here, backup);
        expect(inOrder(merge(here, backup))).toEqual({ ...expected, edited: expected.edited?.toSorted() });
      }),
      { numRuns: 3000 },
    );
  });

  test("merged again with either of them change no more", () => {
    fc.assert(
      fc.property(article, article, (here, backup) => {
        const once = merge(here, backup);
        expect(merge(once, backup)).toEqual(once);
        expect(merge(here, here)).toEqual(here);
      }),
      { numRuns: 2000 },
    );
  });

  test("lose no star, no tag and no hand-written field, and go into no trash they were not in", () => {
    fc.assert(
      fc.property(article, article, (here, backup) => {
        const once = merge(here, backup);
        for (const side of [here, backup]) {
          expect(once.tags ?? []).toEqual(expect.arrayContaining(side.tags ?? []));
          if (side.favouritedAt !== undefined) expect(once.favouritedAt).toBeDefined();
          expect(once.edited ?? []).toEqual(expect.arrayContaining(side.edited ?? []));
        }
        if (here.trashedAt === undefined) expect(once.trashedAt).toBeUndefined();
      }),
    );
  });
});

test("what was deleted after all that the backup knows stays deleted, what was touched later comes back", () => {
  fc.assert(
    fc.property(article, moment, (backup, at) => {
      const touched = [backup.savedAt, backup.refreshedAt, backup.favouritedAt, backup.archivedAt, backup.marked?.at];
      const isLater = touched.some((time) => time !== undefined && time > at);
      expect(isDeleted({ id: "1", at }, lastChange(backup))).toBe(!isLater);
    }),
  );
  expect(isDeleted(undefined, 0)).toBe(false);
});

test("of two states of a highlight the later change stays, of two of one time the one that is here", () => {
  const mark = (note: string, at: number, changedAt?: number) =>
    ({ id: "m", articleId: "1", note, at, ...(changedAt && { changedAt }) }) as Highlight;
  expect(mergeHighlights(mark("here", 1), mark("backup", 1, 2)).note).toBe("backup");
  expect(mergeHighlights(mark("here", 1, 3), mark("backup", 1, 2)).note).toBe("here");
  expect(mergeHighlights(mark("here", 1, 2), mark("backup", 1, 2)).note).toBe("here");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "#domain/text/fold.ts";
import { createIndex } from "#search/index/create-index.ts";
import type { Document } from "#search/index/segment.ts";

const everything = 1000;
let made = 0;

test("whatever is added, changed, removed and merged, a search finds what a scan of the texts finds", async () => {
  const han = fc.string({ unit: fc.constantFrom(..."天地玄黄宇宙洪荒，"), minLength: 0, maxLength: 30 });
  const word = fc.constantFrom("stone", "stones", "river", "a", "bridge", "2016", "gb", "é", "ß");
  const text = fc
    .array(fc.oneof(han, word, fc.constant("GB/T 19001-2016")), { maxLength: 8 })
    .map((all) => all.join(" "));
  const document = fc.record({
    id: fc.integer({ min: 0, max: 60 }).map(String),
    title: fc.oneof(han, word),
    text,
    tags: fc.array(han, { maxLength: 2 }),
  });
  const deed = fc.oneof(
    { weight: 5, arbitrary: document.map((one) => ({ add: one })) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 60 }).map((id) => ({ remove: String(id) })) },
    { weight: 1, arbitrary: fc.array(document, { maxLength: 40 }).map((all) => ({ addAll: all })) },
    { weight: 1, arbitrary: fc.constant({ reopen: true }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 60 }), async (deeds) => {
      const name = `test-${made++}`;
      let index = createIndex(name);
      const kept = new Map<string, Document>();
      for (const one of deeds) {
        if ("add" in one) {
          await index.add(one.add);
          kept.set(one.add.id, one.add);
        } else if ("addAll" in one) {
          await index.addAll(one.addAll);
          for (const each of one.addAll) kept.set(each.id, each);
        } else if ("remove" in one) {
          await index.remove(one.remove);
          kept.delete(one.remove);
        } else {
          await index.close();
          index = createIndex(name);
        }
      }
      for (const words of ["天地", "黄宇", "荒", "GB/T 19001-2016", "gbt19001", "stones", "2016"]) {
        const found = (await index.search(words, { limit: everything })).map(({ id }) => id).sort();
        expect(found).toEqual(expect.arrayContaining(scan(kept, words)));
        if (words.length <= 2) expect(found).toEqual(scan(kept, words));
      }
      await index.close();
    }),
    { numRuns: 40 },
  );
});

/** The ids of the documents that have the words somewhere, by reading them all. */
function scan(kept: ReadonlyMap<string, Document>, words: string): string[] {
  const wanted = fold(words === "gbt19001" ? "GB/T 19001" : words);
  return [...kept.values()]
    .filter(({ title, text, tags = [] }) => [title, text, ...tags].some((field) => hasWords(fold(field), wanted)))
    .map(({ id }) => id)
    .sort();
}

/** Latin words are found as wholes, Chinese ones anywhere. */
function hasWords(text: string, wanted: string): boolean {
  return /[a-z]/.test(wanted) ? ` ${text} `.includes(` ${wanted}`) : text.includes(wanted);
}

import { describe, expect, test } from "vitest";
import { readMove, recogniseMove } from "#capture/moving/recognise.ts";
import { moveOf } from "./read-move.ts";

describe("rows about one page become one", () => {
  const csv = `url,title,note,folder,tags,created,excerpt,favorite,highlights
https://example.com/a/?utm_source=x,,second,Unsorted,"b, c",2024-02-02,,false,Highlight:one
https://example.com/a,A,first,Unsorted,"a, b",2024-01-01,,true,"Highlight:one
Highlight:two"
https://example.com/a#part,Other,first,Unsorted,,nonsense,,,`;

  test("the earliest saving, every tag, note and passage, a favourite if any was", () => {
    expect(moveOf(csv)).toEqual({
      kind: "raindrop",
      skipped: 0,
      belongings: [
        {
          url: "https://example.com/a/?utm_source=x",
          title: "A",
          savedAt: Date.UTC(2024, 0, 1),
          favourite: true,
          tags: ["b", "c", "a"],
          note: "second\n\nfirst",
          highlights: [{ quote: "one" }, { quote: "two" }],
        },
      ],
    });
  });
});

test("of two places in one page the further one counts, and a page once archived stays so", () => {
  const csv = `Title,URL,Document tags,Saved date,Reading progress,Location
A,https://example.com/a,[],2024-01-01,0.75,archive
B,https://example.com/a/,[],,0.5,later
C,https://example.com/c,[],,0.5,later
D,https://example.com/c,[],2024-01-01,0.75,later`;
  expect(moveOf(csv)?.belongings).toEqual([
    {
      url: "https://example.com/a",
      title: "A",
      savedAt: Date.UTC(2024, 0, 1),
      archived: true,
      tags: [],
      readProgress: 0.75,
      highlights: [],
    },
    {
      url: "https://example.com/c",
      title: "C",
      savedAt: Date.UTC(2024, 0, 1),
      tags: [],
      readProgress: 0.75,
      highlights: [],
    },
  ]);
});

describe("ten thousand rows", () => {
  const count = 10_000;
  const rows = Array.from({ length: count }, (_, at) =>
    at % 100 === 99
      ? `"第 ${at}, 篇",about:blank,1600000000,,unread`
      : `"第 ${at}, ""篇""",https://example.com/${at},${1600000000 + at},标签${at % 7}|all,archive`,
  );
  const bytes = new TextEncoder().encode(`title,url,time_added,tags,status\n${rows.join("\n")}\n`);

  test("are all there, in order", () => {
    const move = recogniseMove({ name: "", bytes });
    expect(move?.skipped).toBe(100);
    expect(move?.belongings).toHaveLength(9900);
    for (const belonging of move?.belongings ?? []) {
      const at = Number(belonging.url.slice("https://example.com/".length));
      expect(belonging).toEqual({
        url: `https://example.com/${at}`,
        title: `第 ${at}, "篇"`,
        savedAt: (1600000000 + at) * 1000,
        archived: true,
        tags: [`标签${at % 7}`, "all"],
        highlights: [],
      });
    }
  });

  test("come in steps between which a page may breathe", () => {
    const steps = readMove({ name: "", bytes });
    const counts: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) counts.push(step.value);
    expect(counts).toEqual(Array.from({ length: 50 }, (_, at) => (at + 1) * 200));
    expect(step.value).toEqual(recogniseMove({ name: "", bytes }));
  });

  test("of folders in folders without end give no more tags than anyone files by", () => {
    const links = Array.from(
      { length: count },
      (_, at) => `<DT><H3>${at}</H3><DL><p><DT><A HREF="https://e.com/${at}">x</A>`,
    );
    const belongings = moveOf(`<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>${links.join("\n")}`)?.belongings ?? [];
    expect(belongings).toHaveLength(count);
    expect(Math.max(...belongings.map(({ tags }) => tags.length))).toBeLessThanOrEqual(20);
  });
});

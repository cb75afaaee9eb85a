import { expect, test } from "vitest";
import { type Facts, readFacts, writeFacts } from "#domain/facts.ts";
import { facetsOf } from "#ui/shelf/facets.ts";

const facts = (at: number, fields: object) =>
  readFacts([
    writeFacts({
      id: `${at}`,
      identity: `text:${at}`,
      title: "",
      lang: "und",
      excerpt: "",
      length: { han: 1, words: 0 },
      savedAt: 1,
      refreshedAt: 1,
      ...fields,
    }),
  ])?.[0] as Facts;

test("languages are told apart by script and not by country, authors one by one; nobody's name is no author", () => {
  const { lang, author } = facetsOf(
    [
      facts(1, { lang: "en", byline: "林溪, 周渡" }),
      facts(2, { lang: "en-GB", byline: "周渡" }),
      facts(3, { lang: "zh-Hans-CN", byline: "佚名" }),
      facts(4, { lang: "zh-Hant", byline: "佚名" }),
      facts(5, { byline: "周渡", trashedAt: 1 }),
    ],
    "shelf",
  );
  expect([...lang]).toEqual([
    ["en", 2],
    ["zh-Hans", 1],
    ["zh-Hant", 1],
  ]);
  expect([...author]).toEqual([
    ["林溪", 1],
    ["周渡", 2],
  ]);
});

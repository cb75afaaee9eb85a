import { effect } from "@preact/signals-core";
import { beforeEach, expect, test, vi } from "vitest";
import { allArticles, saveArticle } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { live } from "#library/live.ts";

beforeEach(() => database.articles.clear());

const save = (identity: string) =>
  saveArticle(
    {
      identity,
      title: identity,
      lang: "en",
      excerpt: "",
      length: { han: 0, words: 1 },
      html: "",
      text: "",
      sanitizer: 1,
    },
    Date.now(),
  );

test("a watched query follows every write and falls silent when nobody watches", async () => {
  const articles = live(allArticles);
  const seen: (number | undefined)[] = [];
  const stop = effect(() => {
    seen.push(articles.value?.length);
  });
  await vi.waitFor(() => expect(seen).toEqual([undefined, 0]));
  await save("text:1");
  await vi.waitFor(() => expect(seen).toEqual([undefined, 0, 1]));
  stop();
  await save("text:2");
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(seen).toEqual([undefined, 0, 1]);
  const again = effect(() => {
    seen.push(articles.value?.length);
  });
  await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
  again();
});

test("a query that fails is reported, not swallowed", async () => {
  const reported = vi.spyOn(globalThis, "reportError").mockImplementation(() => {});
  const broken = live(() => Promise.reject(new Error("broken query")));
  const stop = effect(() => void broken.value);
  await vi.waitFor(() => expect(reported).toHaveBeenCalledWith(expect.objectContaining({ message: "broken query" })));
  stop();
  reported.mockRestore();
});

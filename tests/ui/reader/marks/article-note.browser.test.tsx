import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { capture } from "#capture/capture.ts";
import type { Article } from "#domain/article.ts";
import { speak } from "#i18n/messages.ts";
import { database } from "#library/database.ts";
import { ArticleNote } from "#ui/reader/marks/article-note.tsx";

let article: Article;
let root: HTMLElement;

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
  await speak("zh-CN");
  article = (await capture({ kind: "text", via: "text", content: `渡口\n\n${"风从河面上来。".repeat(20)}` }, 1000))
    .article;
  root = document.body.appendChild(document.createElement("main"));
  render(<ArticleNote article={article} />, root);
});

afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const field = () =>
  vi.waitFor(() => {
    const found = document.querySelector("textarea");
    if (!found) throw new Error("There is no field yet");
    return found;
  });
const said = () => document.querySelector("small")?.textContent;
const kept = async () => (await database.notes.get(article.id))?.text;

test("the words are kept as they are typed, and said to be saved only when they are", async () => {
  await userEvent.fill(await field(), "read twice");
  expect(said()).toBe("");
  await vi.waitFor(() => expect(said()).toBe("已保存"));
  expect(await kept()).toBe("read twice");
  await userEvent.type(await field(), "!");
  expect(said()).toBe("");
});

test("a field that is left before the pause is over loses nothing", async () => {
  await userEvent.fill(await field(), "half a sent");
  render(null, root);
  await vi.waitFor(async () => expect(await kept()).toBe("half a sent"));
});

test("a disk that refuses is told of, and the words are tried again with the next key", async () => {
  const put = vi.spyOn(database.notes, "put").mockRejectedValue(new DOMException("full", "QuotaExceededError"));
  await userEvent.fill(await field(), "one");
  await vi.waitFor(() => expect(said()).toBe("还没有存下"));
  put.mockRestore();
  await userEvent.fill(await field(), "one two");
  await vi.waitFor(() => expect(said()).toBe("已保存"));
  expect(await kept()).toBe("one two");
});

test("empty words take the note away", async () => {
  await userEvent.fill(await field(), "gone soon");
  await vi.waitFor(async () => expect(await kept()).toBe("gone soon"));
  await userEvent.fill(await field(), " ");
  await vi.waitFor(async () => expect(await kept()).toBeUndefined());
});

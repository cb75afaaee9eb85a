import { effect } from "@preact/signals";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { speak } from "#i18n/messages.ts";
import { database } from "#library/database.ts";
import { shelfTable } from "#library/shelf-table.ts";
import { TaggingSheets } from "#ui/shelf/tagging-sheets.tsx";
import { tagging } from "#ui/tagging.ts";
import { dismiss, toasts } from "#ui/toasts.ts";

const host = document.createElement("div");

const row = (id: string) => ({
  id,
  identity: `text:${id}`,
  title: id,
  lang: "zh-Hans",
  excerpt: "",
  length: { han: 1, words: 0 },
  savedAt: 1,
  refreshedAt: 1,
});

function Sheets() {
  return tagging.value ? <TaggingSheets /> : null;
}

effect(() => void shelfTable.value); // it follows the library while somebody watches

beforeEach(async () => {
  await speak("zh-CN");
  await Promise.all(database.tables.map((table) => table.clear()));
  await database.articles.bulkAdd([{ ...row("a"), tags: ["旧"] }, row("b")]);
  await vi.waitFor(() => expect(shelfTable.value?.size).toBe(2));
  await vi.waitFor(() => expect(shelfTable.value?.get("a")?.tags).toEqual(["旧"]));
  for (const { id } of toasts.peek()) dismiss(id);
  tagging.value = ["a", "b"];
  document.body.append(host);
  render(<Sheets />, host);
});

afterEach(() => {
  tagging.value = undefined;
  render(null, host);
  host.remove();
});

const find = (selector: string) =>
  vi.waitFor(() => {
    const element = host.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    return element;
  });
const tagsOf = async (id: string) => (await database.articles.get(id))?.tags;
const type = async (words: string) => userEvent.fill(await find(".tag-sheet form input"), words);
const add = async () => userEvent.click(await find(".tag-sheet form button"));

test("a tag that was added is kept at once, and stays when the tags themselves are turned to", async () => {
  await type("新");
  await add();
  await vi.waitFor(async () => expect(await tagsOf("b")).toEqual(["新"]));
  await userEvent.click(await find(".tag-sheet-manage"));
  await find(".tags-sheet");
  expect(await tagsOf("a")).toEqual(["旧", "新"]);
  await userEvent.click(await find(".tags-sheet-done"));
  await vi.waitFor(() => expect(host.querySelector("dialog")).toBeNull());
});

test.each([
  ["the button", async () => userEvent.click(await find(".tag-sheet-done"))],
  ["Escape", () => userEvent.keyboard("{Escape}")],
])("a tag that was typed and not added counts when the sheet is left by %s", async (_, leave) => {
  await type("写了一半");
  await leave();
  await vi.waitFor(async () => expect(await tagsOf("b")).toEqual(["写了一半"]));
});

test("one undo takes back all that was changed in the sheet, and nothing is said where nothing was", async () => {
  await type("一");
  await add();
  await type("二");
  await add();
  const old = await find("li:last-child input");
  await userEvent.click(old); // some wear it: now all
  await vi.waitFor(async () => expect(await tagsOf("b")).toEqual(["一", "二", "旧"]));
  await userEvent.click(old);
  await vi.waitFor(async () => expect(await tagsOf("b")).toEqual(["一", "二"]));
  expect(host.querySelectorAll(".tag-sheet li")).toHaveLength(3); // one no article wears any more can be ticked again
  await userEvent.keyboard("{Escape}");
  await vi.waitFor(() => expect(toasts.value).toHaveLength(1));
  toasts.value[0]?.action?.run();
  await vi.waitFor(async () => expect(await tagsOf("b")).toBeUndefined());
  expect(await tagsOf("a")).toEqual(["旧"]);
});

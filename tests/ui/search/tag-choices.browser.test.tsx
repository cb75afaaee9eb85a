import "@preact/signals"; // what draws again when a signal changes
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { speak } from "#i18n/messages.ts";
import { database } from "#library/database.ts";
import { TagChoices } from "#ui/search/tag-choices.tsx";

const host = document.createElement("div");

beforeEach(async () => {
  await speak("zh-CN");
  await database.articles.clear();
  await database.articles.add({
    id: "a",
    identity: "text:a",
    title: "渡口",
    lang: "zh-Hans",
    excerpt: "",
    length: { han: 1, words: 0 },
    savedAt: 1,
    refreshedAt: 1,
    tags: ["Tag３", "tag30", "标 准"],
  });
});

afterEach(() => render(null, host));

const offered = () => [...host.querySelectorAll("button")].map(({ textContent }) => textContent);

test.each([
  ["tag:", ["Tag３", "tag30", "标 准"]],
  ["水 标签：标", ["标 准"]],
  ["-tag:TAG", ["Tag３", "tag30"]],
  ["tag:tag3", []],
  ["tag", []],
  ["http:", []],
])("for %s it offers the tags that begin so, none where it is one of them", async (typed, tags) => {
  render(<TagChoices typed="tag:" onSearch={() => {}} />, host);
  await vi.waitFor(() => expect(offered()).toHaveLength(3));
  render(<TagChoices typed={typed} onSearch={() => {}} />, host);
  await vi.waitFor(() => expect(offered()).toEqual(tags));
});

test("a tag that is tapped finishes what was typed, in quotation marks where it has a space", async () => {
  const found = vi.fn();
  render(<TagChoices typed="水 tag:标" onSearch={found} />, host);
  await vi.waitFor(() => expect(offered()).toEqual(["标 准"]));
  host.querySelector("button")?.click();
  expect(found).toHaveBeenCalledWith('水 tag:"标 准" ');
});

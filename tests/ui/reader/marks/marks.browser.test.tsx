import axe from "axe-core";
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { capture } from "#capture/capture.ts";
import { strike } from "#capture/recapture.ts";
import type { Article } from "#domain/article.ts";
import { speak } from "#i18n/messages.ts";
import { contentOf } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { replaceBody } from "#library/edits.ts";
import { highlightsOf } from "#library/highlights.ts";
import { ReaderScreen } from "#ui/reader/reader-screen.tsx";
import { readAloudFrom } from "#ui/reader/voice/selection-aloud.ts";
import { route } from "#ui/router.ts";
import { toasts } from "#ui/toasts.ts";

const sentences = [
  "渡口的风从河面上来。",
  "摆渡人把缆绳绕了三圈。",
  "等最后一个赶集的人上船。",
  "船慢不要紧，水急才要紧。",
];
const page = `<!doctype html><html lang="zh"><head><title>渡口</title></head><body><article><h1>渡口</h1>${sentences
  .map((sentence, at) => `<p>第${at}段。${sentence}${"河水慢慢地流，岸上的人慢慢地走。".repeat(3)}</p>`)
  .join("\n")}</article></body></html>`;

let article: Article;
let root: HTMLElement;

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
  await speak("zh-CN");
  document.documentElement.lang = "zh-CN";
  article = (await capture({ kind: "html", via: "html", content: page }, 1000)).article;
  await open();
});

afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
  readAloudFrom.value = undefined;
  vi.restoreAllMocks();
});

async function open(at?: string) {
  root = document.body.appendChild(document.createElement("main"));
  root.style.height = "700px";
  render(<ReaderScreen id={article.id} query="" at={at} onPaste={async () => {}} onRetry={async () => {}} />, root);
  await find(".prose p");
}

async function reopen(at?: string) {
  render(null, root);
  document.body.replaceChildren();
  await open(at);
}

const find = (selector: string) =>
  vi.waitFor(
    () => {
      const found = document.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`There is no ${selector}`);
      return found;
    },
    { timeout: 10_000 }, // a guard on a busy machine: what comes after the words comes when it comes
  );
const gone = (selector: string) => vi.waitFor(() => expect(document.querySelector(selector)).toBeNull());

/** Selects words that stand in one text of the body, once their marks are painted and can be answered. */
async function select(words: string) {
  await find(".highlight-layer");
  const walker = document.createTreeWalker(await find(".prose"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = node.data.indexOf(words);
    if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
  }
  throw new Error(`There is no ${words}`);
}

async function mark(words: string, colour = "yellow") {
  await select(words);
  (await find(`.selection-toolbar .swatch-${colour}`)).click();
  await vi.waitFor(() => expect(painted(colour)).toContain(words));
}

/** The words that are painted in a colour. */
function painted(colour: string): string[] {
  return [...((CSS.highlights.get(`mark-${colour}`) ?? []) as Iterable<Range>)].map(String);
}

/** Taps in the middle of some words on screen. */
async function tap(words: string) {
  const walker = document.createTreeWalker(await find(".prose"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    const point = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
    document.elementFromPoint(point.clientX, point.clientY)?.dispatchEvent(new MouseEvent("click", point));
    return;
  }
}

describe("marking what is selected", () => {
  test("is kept, painted, and there again when the article is opened again", async () => {
    await mark("缆绳绕了三圈", "green");
    await gone(".selection-toolbar");
    expect(await highlightsOf(article.id)).toEqual([
      expect.objectContaining({
        colour: "green",
        anchor: expect.objectContaining({ quote: expect.objectContaining({ exact: "缆绳绕了三圈" }) }),
      }),
    ]);
    await reopen();
    await vi.waitFor(() => expect(painted("green")).toEqual(["缆绳绕了三圈"]));
  });

  test("works with the keys 1 to 4 and n, and Escape leaves", async () => {
    await select("缆绳");
    await find(".selection-toolbar");
    await userEvent.keyboard("{Escape}");
    await gone(".selection-toolbar");
    expect(getSelection()?.isCollapsed).toBe(true);
    await select("缆绳");
    await find(".selection-toolbar");
    await userEvent.keyboard("4");
    await vi.waitFor(() => expect(painted("line")).toEqual(["缆绳"]));
    await select("赶集的人");
    await find(".selection-toolbar");
    await userEvent.keyboard("n");
    const field = await find(".mark-sheet textarea");
    await vi.waitFor(() => expect(document.activeElement).toBe(field)); // who asked for a note can write at once
    await userEvent.keyboard("1 2");
    await find(".mark-sheet small:not(:empty)");
    expect((await highlightsOf(article.id)).map(({ note }) => note)).toEqual([undefined, "1 2"]);
  });

  test("a selection that runs over paragraphs and out of the article is marked as far as the article goes", async () => {
    await find(".highlight-layer");
    const last = [...document.querySelectorAll(".prose p")].at(-2)?.firstChild as Text;
    getSelection()?.setBaseAndExtent(last, last.length - 4, await find(".article-end"), 1);
    (await find(".swatch-blue")).click();
    await vi.waitFor(() => expect(painted("blue")).toHaveLength(1));
    expect(painted("blue")[0]).toMatch(/^慢地走。\s*第3段。船慢/);
    expect(painted("blue")[0]).not.toContain("完");
  });

  test("copies with the source, and offers to read aloud only where something can", async () => {
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await vi.waitFor(() => expect(readAloudFrom.value).toBeDefined()); // the aids bring the voice
    readAloudFrom.value = undefined;
    await select("缆绳绕了三圈");
    await find(".selection-toolbar");
    expect(document.querySelector(".selection-aloud")).toBeNull();
    (await find(".selection-copy")).click();
    await vi.waitFor(() => expect(write).toHaveBeenCalledWith("“缆绳绕了三圈”——《渡口》"));
    const read = vi.fn();
    readAloudFrom.value = read;
    await select("缆绳绕了三圈");
    (await find(".selection-aloud")).click();
    expect(read).toHaveBeenCalledWith(document.querySelector(".prose")?.textContent?.indexOf("缆绳绕了三圈"));
  });
});

describe("touching a mark", () => {
  test("of two that overlap opens the smaller; its note is kept and removing it can be undone", async () => {
    await mark("摆渡人把缆绳绕了三圈");
    await mark("缆绳绕", "blue");
    expect(painted("yellow")).toEqual(["摆渡人把缆绳绕了三圈"]);
    await tap("绳");
    expect((await find(".mark-sheet blockquote")).textContent).toBe("缆绳绕");
    (await find(".mark-sheet .swatch-line")).click();
    await vi.waitFor(() => expect(painted("line")).toEqual(["缆绳绕"]));
    (await find(".mark-remove")).click();
    await vi.waitFor(() => expect(painted("line")).toEqual([]));
    toasts.value.at(-1)?.action?.run();
    await vi.waitFor(() => expect(painted("line")).toEqual(["缆绳绕"]));
    await gone(".mark-sheet");
    await tap("摆");
    expect((await find(".mark-sheet blockquote")).textContent).toBe("摆渡人把缆绳绕了三圈");
  });

  test("a tap beside the words touches no mark", async () => {
    await mark("第0段");
    const rect = document.querySelector(".prose p")?.getBoundingClientRect() as DOMRect;
    const point = { clientX: rect.left + 20, clientY: rect.top - 3, bubbles: true };
    (await find(".prose")).dispatchEvent(new MouseEvent("click", point));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(document.querySelector(".mark-sheet")).toBeNull();
  });
});

test("the list has every mark in the order of the text, the lost ones too, and nothing a screen reader would miss", async () => {
  await mark("赶集的人上船", "blue");
  await mark("缆绳绕了三圈");
  const content = await contentOf(article.id);
  await replaceBody(article.id, await strike(article, content?.html ?? "", new Set([2])));
  await vi.waitFor(() => expect(painted("blue")).toEqual([]));
  (await find(".reader-marks")).click();
  await vi.waitFor(() =>
    expect([...document.querySelectorAll(".mark-list q")].map((quote) => quote.textContent)).toEqual([
      "缆绳绕了三圈",
      "赶集的人上船",
    ]),
  );
  expect((await find(".mark-list li:last-child small")).textContent).toBe("原文里已找不到这段话");
  expect((await axe.run(".mark-list")).violations.map(({ id }) => id)).toEqual([]);
  (await find(".mark-list li:last-child .mark-edit")).click();
  await find(".mark-sheet .mark-lost");
  expect((await axe.run(".mark-sheet")).violations.map(({ id }) => id)).toEqual([]);
});

test("the toolbar passes axe", async () => {
  await select("缆绳");
  await find(".selection-toolbar");
  expect((await axe.run(".selection-toolbar")).violations.map(({ id }) => id)).toEqual([]);
});

test("opened from a note, the article stands at the passage, and its address forgets it", async () => {
  await mark("水急才要紧");
  const [highlight] = await highlightsOf(article.id);
  await reopen(highlight?.id);
  await vi.waitFor(() => expect([...(CSS.highlights.get("mark-present") ?? [])].map(String)).toEqual(["水急才要紧"]));
  expect(route.value.at).toBeUndefined();
});

test("where the browser cannot paint, boxes stand over the words, and a note has its sign everywhere", async () => {
  await mark("缆绳绕了三圈", "green");
  vi.spyOn(CSS, "supports").mockReturnValue(false);
  await reopen();
  const box = (await find(".mark-box-green")).getBoundingClientRect();
  await tap("绳");
  (await find(".mark-sheet textarea")).focus();
  await userEvent.keyboard("三圈");
  await find(".mark-sheet small:not(:empty)");
  (await find(".mark-done")).click();
  const sign = (await find(".mark-sign")).getBoundingClientRect();
  expect(Math.abs(sign.left - box.right)).toBeLessThan(10);
});

import axe from "axe-core";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { capture } from "#capture/capture.ts";
import type { Article } from "#domain/article.ts";
import { speak } from "#i18n/messages.ts";
import { articleById, contentOf } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { openAid } from "#ui/reader/aids/aid.ts";
import { ruler, showSimplified } from "#ui/reader/aids/aid-preferences.ts";
import { textRuns } from "#ui/reader/place/reading-place.ts";
import { ReaderScreen } from "#ui/reader/reader-screen.tsx";
import "#ui/styles/layers.css";
import "#ui/styles/tokens.css";
import "#ui/styles/base.css";
import "#ui/styles/reset.css";

const sentence = (name: string) => `${name}的风从河面上来，摆渡人把缆绳绕了三圈，等最后一个赶集的人上船。`;
const section = (name: string) => `<h2>${name}段</h2><p>${sentence(name).repeat(12)}</p>`;
const picture = () => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 200, height: 100 });
  canvas.getContext("2d")?.fillRect(20, 20, 60, 60);
  return canvas.toDataURL();
};
const code =
  'function pitch(turns, length) {\n  const result = length / turns; // mm\n  return { result, name: "M6" };\n}\n';
const page = `<!doctype html><html lang="zh"><head><title>渡口</title></head><body><article><h1>渡口</h1>
<p>${sentence("子")}<sup><a href="#fn1" id="r1">[1]</a></sup>${sentence("丑")}</p>${["甲", "乙"].map(section).join("")}
<table><tr><th>年</th><th>人</th></tr><tr><td>2018</td><td>31</td></tr></table><pre><code>${code}</code></pre>
<p>${sentence("丙")}<img src="${picture()}" alt="一盏灯" width="200" height="100"></p>${["丁", "戊"].map(section).join("")}
<ol><li id="fn1">见《渡口志》。<a href="#r1">↩</a></li></ol></article></body></html>`;

let article: Article;
let root: HTMLElement;
let copied: string;

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()));
  await speak("zh-CN");
  document.documentElement.lang = "zh-CN";
  document.title = "渡口";
  copied = "";
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => {
    copied = text;
  });
  article = (await capture({ kind: "html", via: "html", content: page }, 1000)).article;
  root = document.body.appendChild(document.createElement("div"));
  root.style.height = "800px";
  render(<ReaderScreen id={article.id} query="" at={undefined} onPaste={() => {}} onRetry={() => {}} />, root);
  await find(".aids");
  await find(".page-tools");
});

afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
  showSimplified.value = "stored";
  ruler.value = "off";
  vi.restoreAllMocks();
});

const find = (selector: string) =>
  vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    return found;
  });
const gone = (selector: string) => vi.waitFor(() => expect(document.querySelector(selector)).toBeNull());
const scroller = () => document.querySelector<HTMLElement>(".reader-screen") as HTMLElement;
const key = (name: string) => userEvent.keyboard(name);
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

test("the contents show the section one is in, a jump goes there, and one comes back to where one was", async () => {
  const before = scroller().scrollTop;
  await key("t");
  const entries = [...(await find(".contents-sheet")).querySelectorAll("button")];
  expect(entries.map((entry) => entry.textContent)).toEqual(["甲段", "乙段", "丁段", "戊段"]);
  (entries[2] as HTMLElement).click();
  await gone(".contents-sheet");
  await frame();
  const heading = document.activeElement as HTMLElement;
  expect(heading.textContent).toBe("丁段");
  expect(heading.getBoundingClientRect().top - scroller().getBoundingClientRect().top).toBeLessThan(80);
  await key("t");
  expect((await find('[aria-current="location"]')).textContent).toBe("丁段");
  await key("{Escape}");
  await gone(".contents-sheet");
  (await find(".return-pill button")).click();
  await gone(".return-pill");
  await vi.waitFor(() => expect(Math.abs(scroller().scrollTop - before)).toBeLessThan(60));
});

test("a note opens at its reference and closes with Escape; the way to the note itself stays", async () => {
  const link = await find(".prose sup a");
  link.click();
  const note = await find(".footnote:popover-open");
  expect(note.querySelector(".prose")?.textContent?.trim()).toBe("见《渡口志》。");
  await key("{Escape}");
  await gone(".footnote");
  expect(document.activeElement).toBe(link);
  link.click();
  (await find(".footnote:popover-open button")).click();
  await gone(".footnote");
  await find(".return-pill");
  await vi.waitFor(() => expect(scroller().scrollTop).toBeGreaterThan(200));
});

test("a tap that puts a note away does nothing else: the bars stay as they are", async () => {
  (await find(".prose sup a")).click();
  await find(".footnote:popover-open");
  const bars = () => document.querySelector<HTMLElement>(".reader-screen")?.dataset.bars;
  await userEvent.click(await find(".prose h2"));
  await gone(".footnote");
  expect(bars()).toBe("shown");
  await userEvent.click(await find(".prose h2"));
  await vi.waitFor(() => expect(bars()).toBe("hidden"));
});

test("code is coloured and copied, and not one character of the article moves for it", async () => {
  await vi.waitFor(() => expect(CSS.highlights.get("code-keyword")?.size).toBeGreaterThan(2));
  const painted = [...(CSS.highlights.get("code-keyword") ?? [])].map((range) =>
    range.startContainer.textContent?.slice(range.startOffset, range.endOffset),
  );
  expect(painted).toContain("function");
  const runs = textRuns(await find(".prose"));
  const last = runs.at(-1);
  const kept = new DOMParser().parseFromString((await contentOf(article.id))?.html ?? "", "text/html").body;
  expect((last?.start ?? 0) + (last?.node.length ?? 0)).toBe(kept.textContent?.trimEnd().length);
  document.querySelector<HTMLElement>(".page-tools:has(+ pre) button")?.click();
  expect(copied).toBe(code);
});

test.each([
  [".prose img", "img"],
  [".page-tools:has(+ .table-box) button", "table"],
])("%s opens full screen, moves by keys, and gives the focus back", async (selector, thing) => {
  const opener = await find(selector);
  await vi.waitFor(() => expect(thing !== "img" || (opener as HTMLImageElement).src).toBeTruthy());
  opener.focus();
  await key("{Enter}");
  const copy = await find(`.full-view[open] ${thing}`);
  const moved = () => copy.closest<HTMLElement>("[style*=transform]")?.style.transform ?? "";
  await vi.waitFor(async () => {
    await key("+");
    expect(moved()).toMatch(/scale\((?!1\))/);
  });
  const near = moved();
  await key("{ArrowLeft}");
  await vi.waitFor(() => expect(moved()).not.toBe(near));
  if (thing === "img") expect(document.querySelector(".full-view")?.textContent).toContain("一盏灯");
  await key("{Escape}");
  await gone(".full-view");
  expect(document.activeElement).toBe(opener);
});

test("another writing is shown at once, in body, title and contents, and what is kept stays", async () => {
  const kept = await contentOf(article.id);
  const starts = () => textRuns(document.querySelector(".prose") as HTMLElement).map(({ start }) => start);
  const before = starts();
  showSimplified.value = "tw";
  await vi.waitFor(() => expect(document.querySelector(".prose")?.textContent).toContain("甲的風從河面上來"));
  expect(starts()).toEqual(before);
  await key("t");
  await vi.waitFor(async () => expect((await find(".contents-sheet li")).textContent).toBe("甲段"));
  await key("{Escape}");
  expect(await contentOf(article.id)).toEqual(kept);
  showSimplified.value = "stored";
  await vi.waitFor(() => expect(document.querySelector(".prose")?.textContent).toContain("甲的风从河面上来"));
});

test("keys do what the sheet of keys says, and never while one writes", async () => {
  await key("s");
  await vi.waitFor(async () => expect((await articleById(article.id))?.favouritedAt).toBeDefined());
  await key("e");
  await vi.waitFor(async () => expect((await articleById(article.id))?.archivedAt).toBeDefined());
  const field = document.body.appendChild(document.createElement("textarea"));
  field.focus();
  await key("t?");
  expect(field.value).toBe("t?");
  expect(openAid.value).toBeUndefined();
  field.remove();
  const press = new KeyboardEvent("keydown", { key: "t", isComposing: true, bubbles: true });
  document.body.dispatchEvent(press);
  expect(openAid.value).toBeUndefined();
  await key("?");
  await find(".keys-sheet");
});

test("the ruler dims all but a few lines and takes no taps", async () => {
  ruler.value = "on";
  const shades = await vi.waitFor(() => {
    const found = [...document.querySelectorAll<HTMLElement>(".reading-ruler i")];
    expect(found).toHaveLength(2);
    return found;
  });
  await vi.waitFor(() => expect(shades.every((shade) => shade.getBoundingClientRect().height > 50)).toBe(true));
  const [above, below] = shades.map((shade) => shade.getBoundingClientRect());
  expect((below?.top ?? 0) - (above?.bottom ?? 0)).toBeGreaterThan(40);
  expect(document.elementFromPoint(200, 300)?.closest(".reading-ruler")).toBeNull();
});

test.each(["contents", "print", "share", "keys", "note", "full", ""])(
  "nothing stands in the way of assistive tools (%s)",
  async (aid) => {
    if (aid === "note") (await find(".prose sup a")).click();
    else if (aid === "full") (await find(".page-tools:has(+ .table-box) button")).click();
    else if (aid !== "") openAid.value = aid as "contents";
    const opened = { note: ".footnote", full: ".full-view", "": ".prose" }[aid] ?? `.${aid}-sheet`;
    await find(opened);
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  },
);

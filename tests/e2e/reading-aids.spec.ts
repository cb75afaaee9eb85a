import { expect } from "@playwright/test";
import { ownCode, test } from "./harness.ts";
import { articlePage, writeFiles } from "./pages.ts";
import { addFiles, openApp, openArticle } from "./reader.ts";
import type { UiPage } from "./session.ts";

const title = "石桥村的夜校";
const section = (name: string) => `<h2>${name}</h2><p>${`${name}的灯亮到半夜，木匠把刨花扫进炉膛。`.repeat(14)}</p>`;
const body = `<p>夜校开在磨坊里。<sup><a href="#fn1" id="r1">[1]</a></sup>见<a href="https://example.org/mill">磨坊</a>。</p>
${["开课", "识字", "算账", "散学"].map(section).join("")}<ol><li id="fn1">磨坊建于一九三一年。<a href="#r1">↩</a></li></ol>`;

/** What the page left behind for the test to see. */
type Traces = { copied?: string; said?: string[]; printed?: string };

/** A clipboard, a printer and a voice that work in every engine, and tell what they were given. */
function stub() {
  const traces = window as unknown as Traces;
  const clipboard = {
    async writeText(text: string) {
      traces.copied = text;
    },
  };
  Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
  window.print = () => {
    dispatchEvent(new Event("beforeprint"));
    traces.printed = `${document.documentElement.dataset.print} ${document.querySelector(".print-end")?.textContent}`;
    dispatchEvent(new Event("afterprint"));
  };
  class Utterance {
    lang = "";
    rate = 1;
    voice = null;
    onend: (() => void) | undefined;
    text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  const voice = { name: "Test", lang: "zh-CN", localService: true, voiceURI: "test" };
  const synthesis = {
    getVoices: () => [voice],
    addEventListener() {},
    cancel() {},
    speak(utterance: Utterance) {
      if (utterance.text === "") return;
      traces.said = [...(traces.said ?? []), utterance.text];
      setTimeout(() => utterance.onend?.(), 50); // no boundary is ever told
    },
  };
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance, configurable: true });
  Object.defineProperty(window, "speechSynthesis", { value: synthesis, configurable: true });
}

async function openLetter(page: UiPage, url: string, pathOf: (name: string) => string) {
  const files = writeFiles(pathOf, { "letter.html": articlePage(title, "utf-8", body) });
  await openApp(page, url);
  await page.evaluate(stub);
  await addFiles(page, files);
  await openArticle(page, title);
  await page.waitForSelector(".reader-section");
}

const traces = (page: UiPage) =>
  page.evaluate((): Traces => {
    const { copied, said, printed } = window as unknown as Traces;
    return { ...(copied && { copied }), ...(said && { said }), ...(printed && { printed }) };
  });
const top = (page: UiPage) => page.evaluate(() => document.querySelector(".prose p")?.getBoundingClientRect().top ?? 0);

test("contents, notes and the way back", async ({ app, open }, running) => {
  const { page } = await open();
  await openLetter(page, app.url, (name) => running.outputPath(name));
  const before = await top(page);
  // Not by a driver's click: Firefox's scrolls a button that stands fast in view, and the page with it.
  await page.evaluate(() => document.querySelector<HTMLElement>(".reader-section")?.click());
  await page.waitForSelector(".contents-sheet li:nth-child(4)");
  await page.click(".contents-sheet li:nth-child(4) button");
  await page.waitForFunction(
    (was) => (document.querySelector(".prose p")?.getBoundingClientRect().top ?? 0) < was - 200,
    before,
  );
  await page.click(".return-pill button:first-child");
  await page.waitForFunction(
    (was) => Math.abs((document.querySelector(".prose p")?.getBoundingClientRect().top ?? 0) - was) < 60,
    before,
  );
  await page.click(".prose sup a");
  await page.waitForSelector(".footnote");
  expect(await page.textContent(".footnote .prose")).toContain("磨坊建于一九三一年。");
  await page.click(".footnote .quiet-button:last-child");
  await page.waitForFunction(() => !document.querySelector(".footnote"), undefined);
});

test("an article is copied as Markdown and cited, and laid out for paper", ownCode, async ({ app, open }, running) => {
  const { page } = await open();
  await openLetter(page, app.url, (name) => running.outputPath(name));
  await page.click(".reader-bar .menu-button");
  await page.click(".reader-share");
  await page.click(".share-gbt button");
  await expect.poll(async () => (await traces(page)).copied).toMatch(new RegExp(`${title}\\[EB\\]\\. \\[\\d{4}-`));
  await page.waitForSelector(".share-way-copy:enabled");
  await page.click(".share-way-copy:enabled");
  await expect.poll(async () => (await traces(page)).copied).toContain(`# ${title}`);
  const { copied } = await traces(page);
  expect(copied).toContain("## 开课");
  expect(copied).toContain("[磨坊](https://example.org/mill)");
  await page.evaluate(() => document.querySelector<HTMLDialogElement>("dialog[open]")?.close());

  await page.waitForFunction(() => !document.querySelector("dialog[open]"), undefined);
  await page.click(".reader-bar .menu-button");
  await page.click(".reader-print");
  await page.waitForSelector(".print-sheet");
  await page.evaluate(() => document.querySelector<HTMLElement>(".print-sheet input[value=columns]")?.click());
  await page.click(".print-sheet .main-button");
  await expect.poll(async () => (await traces(page)).printed).toMatch(/^columns .*https:\/\/example\.org\/mill/);
  expect(await page.evaluate(() => document.documentElement.hasAttribute("data-print"))).toBe(false);
});

test(
  "an article is read aloud sentence by sentence, from where one is, and falls silent when left",
  ownCode,
  async ({ app, open }, running) => {
    const { page } = await open();
    await openLetter(page, app.url, (name) => running.outputPath(name));
    await page.click(".reader-bar .menu-button");
    await page.click(".reader-aloud");
    await page.waitForSelector(".player-main");
    await page.waitForFunction(() => ((window as unknown as Traces).said?.length ?? 0) >= 5, undefined);
    const { said = [] } = await traces(page);
    expect(said.slice(0, 3)).toEqual(["夜校开在磨坊里。", "见磨坊。", "开课"]);
    await page.click(".player-main");
    const paused = (await traces(page)).said?.length;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect((await traces(page)).said?.length).toBe(paused);
    await page.click(".player-close");
    await page.waitForFunction(() => !document.querySelector(".player"), undefined);
  },
);

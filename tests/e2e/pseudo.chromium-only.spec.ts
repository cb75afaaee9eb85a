// Every main screen in a language nobody speaks: no word may stand there untranslated, and none may be cut off.
import { expect, type Page } from "@playwright/test";
import { buildApp } from "./build-app.ts";
import { test } from "./harness.ts";
import { copiedPage, writeFiles } from "./pages.ts";
import { addFiles, openApp, openArticle, seeTitle } from "./reader.ts";

test("no word on a main screen is untranslated or cut off", async ({ app, open }, running) => {
  test.slow();
  const folder = running.outputPath("pseudo");
  await buildApp(folder, "0.0.0", { LIUYE_PSEUDO: "1" });
  app.deploy(folder);
  const { playwright: page } = await open();
  if (!page) throw new Error("Only Playwright's engines can be asked this");
  await page.addInitScript(() => {
    localStorage.setItem("liuye:language", '"en"');
    // The browser's own offer would be taken up at once; the words are wanted.
    addEventListener("beforeinstallprompt", (event) => event.stopImmediatePropagation());
  });
  await openApp(page, app.url);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const faults: Record<string, string[]> = {};
  const look = async (name: string) => {
    await page.waitForTimeout(400); // parts that are fetched late have come
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await page.waitForTimeout(100);
      const found = await page.evaluate(findFaults);
      if (found.length > 0) faults[`${name}, ${width} px`] = found;
    }
    await page.setViewportSize({ width: 390, height: 844 });
  };

  await page.waitForSelector(".article-card:nth-child(2)");
  await addFiles(
    page,
    writeFiles((name) => running.outputPath(name), { "page.txt": copiedPage.text }),
  );
  await seeTitle(page, copiedPage.title);
  await look("shelf");
  await openSheet(page, ".shelf-filter");
  await look("filter");
  await page.keyboard.press("Escape");
  await openSheet(page, ".navigation-add");
  await look("add");
  await page.click(".add-move");
  await look("moving");
  await page.keyboard.press("Escape");
  for (const screen of ["favourites", "archive", "trash", "search", "notes", "me", "bookmarklet"]) {
    await page.goto(`${app.url}#/${screen}`);
    await look(screen);
  }
  await page.goto(`${app.url}#/me`);
  await page.waitForSelector(".me-version");
  for (const [name, opener] of [
    ["room", ".me-room"],
    ["offline check", ".me-airplane"],
    ["install", ".me-install button"],
    ["changes", ".me-changes"],
  ] as const) {
    await openSheet(page, opener);
    await look(name);
    await page.keyboard.press("Escape");
  }
  await page.goto(`${app.url}#/shelf`);
  await openArticle(page, copiedPage.title);
  await look("reader");
  await openSheet(page, ".reader-type");
  await look("type");
  expect(faults).toEqual({});

  // And what it looks for it finds.
  await page.evaluate(() => {
    const box = document.createElement("p");
    box.style.cssText = "overflow: hidden; width: 40px; white-space: nowrap";
    box.className = "too-narrow";
    box.append("⟦a word that does not fit⟧", document.createElement("i"));
    box.lastElementChild?.append("forgotten");
    (document.querySelector("dialog[open]") ?? document.body).append(box);
  });
  expect(await page.evaluate(findFaults)).toEqual([
    "cut off by too-narrow: ⟦a word that does not fit⟧",
    "untranslated: forgotten",
  ]);
});

async function openSheet(page: Page, opener: string) {
  await page.click(opener);
  await page.waitForSelector("dialog[open]");
}

/** Runs in the page: visible words outside of brackets, names too, and words that reach out of what holds them. */
function findFaults(): string[] {
  // What readers wrote, what pages said, names of languages and faces in their own words, keys, code, and what Intl says.
  const foreign =
    ".prose, .reader-head, .article-card h2, .article-card-excerpt, .article-card-by, .reader-source, .related-articles, .article-end small, .changes-sheet li, " +
    ".segments, kbd, dt, code, pre, textarea, body [lang], .relay-field input, .me-version, .rules-sheet, .toast";
  const saidByIntl =
    /\d[\d.,]*\s*(?:k|M|G)?B\b|\b(?:today|yesterday|Mon|Tue|Wed|Thu|Fri|Sat|Sun|[A-Z][a-z]{2,8} \d+)\b/g;
  const faults: string[] = [];
  const bare = (text: string) => {
    let rest = text;
    for (let before = ""; before !== rest; ) {
      before = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/g, "");
    }
    return /\p{L}{2}/u.test(rest.replace(saidByIntl, "")) ? rest.trim() : "";
  };
  const top = document.querySelector("dialog[open]") ?? document.body;
  for (const element of top.querySelectorAll<HTMLElement>("*")) {
    if (element.closest(foreign) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      continue;
    for (const name of ["aria-label", "title", "placeholder"]) {
      const words = element.getAttribute(name);
      if (words && bare(words)) faults.push(`${name} untranslated: ${bare(words)}`);
    }
  }
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  const own = new Map<Element, string>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest(`${foreign}, script, style, .unseen`) || !parent.checkVisibility()) continue;
    own.set(parent, (own.get(parent) ?? "") + node.textContent);
    if (/[⟦⟧]/.test(node.textContent ?? "")) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const word of range.getClientRects()) {
        const holder = cutter(parent, word);
        if (holder) {
          faults.push(`cut off by ${holder}: ${node.textContent}`);
          break;
        }
      }
    }
  }
  for (const [, text] of own) if (bare(text)) faults.push(`untranslated: ${bare(text)}`);
  return [...new Set(faults)];

  /** The class of the box that hides a part of a word sideways, if one does; what scrolls hides nothing. */
  function cutter(from: Element, word: DOMRect): string | undefined {
    for (let box: Element | null = from; box; box = box.parentElement) {
      const { overflowX, textOverflow } = getComputedStyle(box);
      if (overflowX === "auto" || overflowX === "scroll") return undefined;
      const { left, right } = box.getBoundingClientRect();
      const isHolder = overflowX !== "visible" || box.matches("button, label, a, body");
      if (textOverflow === "ellipsis" && box.scrollWidth > box.clientWidth + 1) return box.className || box.tagName;
      if (isHolder && (word.right > right + 1.5 || word.left < left - 1.5)) return box.className || box.tagName;
    }
    return undefined;
  }
}

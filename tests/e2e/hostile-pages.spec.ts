import { mkdirSync } from "node:fs";
import { expect } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { vectors } from "../fixtures/hostile/vectors.ts";
import { test } from "./harness.ts";
import { writeFiles } from "./pages.ts";
import { addFiles, openApp, openArticle, seeTitle } from "./reader.ts";
import { serve } from "./server.ts";

const books = 3;
const titleOf = (book: number) => `诡计第${book + 1}册`;

test("books of every trick we know, kept and opened, run nothing, ask for nothing and lose no word", async ({
  app,
  open,
}, running) => {
  test.slow();
  const nowhere = running.outputPath("nowhere");
  mkdirSync(nowhere);
  const evil = await serve(nowhere);
  // Each trick is a chapter of its own, so that none hides another; a file with these bytes is taken for no text at all.
  const binary = ["\0", "\x01", "\x1b"];
  const tricks = vectors.filter(({ html }) => !binary.some((bytes) => html.includes(bytes)));
  const chapters = Array.from({ length: books }, (_, book) => tricks.filter((_, at) => at % books === book));
  const files = Object.fromEntries(
    chapters.map((own, book) => {
      const pages = own.map(({ html }) => html.replaceAll("https://evil.invalid/", evil.url));
      return [`${book}.epub`, bookOf(titleOf(book), pages)];
    }),
  );
  const { page } = await open();
  await openApp(page, app.url);
  await addFiles(
    page,
    writeFiles((name) => running.outputPath(name), files),
  );
  for (let book = 0; book < books; book++) await seeTitle(page, titleOf(book));
  for (const [book, own] of chapters.entries()) {
    await page.evaluate(() => {
      Object.assign(window, { hit: () => Object.assign(window, { struck: true }) });
    });
    await openArticle(page, titleOf(book));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300))); // time for a slow trick to act
    const text = await page.textContent(".prose");
    const lost = own.filter(({ words }) => words.some((word) => !text?.includes(word)));
    expect(lost.map(({ name }) => name)).toEqual([]);
    expect(await page.evaluate(traces)).toEqual({ struck: false, base: app.url, dangerous: [], intact: true });
    await page.goto(app.url);
  }
  expect(evil.hits).toEqual([]);
  await evil.kill();
});

/** A book of these chapters. */
function bookOf(title: string, chapters: readonly string[]): Uint8Array {
  const item = (_: string, at: number) => `<item id="c${at}" href="${at}.xhtml" media-type="application/xhtml+xml"/>`;
  const opf = `<package version="3.0"><metadata><dc:title>${title}</dc:title><dc:language>zh</dc:language></metadata>
<manifest>${chapters.map(item).join("")}</manifest><spine>${chapters.map((_, at) => `<itemref idref="c${at}"/>`).join("")}</spine></package>`;
  const container = `<container><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;
  const pages = chapters.map((body, at) => [`${at}.xhtml`, strToU8(`<html><body>${body}`)]);
  return zipSync({
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8(container),
    "a.opf": strToU8(opf),
    ...Object.fromEntries(pages),
  });
}

/** What a trick would leave behind. */
function traces() {
  const forbidden =
    "script, style, iframe, object, embed, form, input, base, meta, link, use, image, animate, set, template";
  const elements = [...document.querySelectorAll(".prose *")];
  const isDangerous = (element: Element) =>
    element.matches(forbidden) ||
    element.getAttributeNames().some((name) => name.startsWith("on")) ||
    /^(?:javascript|data|vbscript|blob):/i.test((element as HTMLAnchorElement).protocol ?? "") ||
    (element.id !== "" && !element.id.startsWith("user-content-"));
  return {
    struck: "struck" in window,
    base: document.baseURI.replace(/#.*/, ""),
    dangerous: elements.filter(isDangerous).map((element) => element.outerHTML.slice(0, 200)),
    intact:
      document.querySelector === Document.prototype.querySelector && typeof fetch === "function" && self === window,
  };
}

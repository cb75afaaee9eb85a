import { expect } from "@playwright/test";
import { test } from "./harness.ts";
import { articlePage, writeFiles } from "./pages.ts";
import { addFiles, libraryRows, openApp } from "./reader.ts";

test("an emptied library is said to be lost, not shown as a new one, until the reader begins anew", async ({
  app,
  open,
}) => {
  const { page } = await open();
  await openApp(page, app.url);
  await page.waitForSelector(".article-card:nth-child(2)");
  await page.waitForFunction(() => JSON.parse(localStorage.getItem("liuye:canary") ?? "{}").articles === 2, undefined);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase("liuye");
        request.onsuccess = resolve;
        request.onerror = reject;
      }),
  );
  for (const _ of ["the start after", "one more start"]) {
    await page.reload();
    await page.waitForSelector(".lost-library");
    expect(await page.textContent(".lost-library p")).toContain("2");
  }
  await page.click(".lost-begin");
  await page.waitForSelector(".article-card:nth-child(2)");
  await page.reload();
  await page.waitForSelector(".article-card:nth-child(2)");
});

test("a tab that is open and saving while a newer Liuye changes the library steps aside, and what it kept is whole", async ({
  app,
  open,
}, running) => {
  const { page } = await open();
  await openApp(page, app.url);
  await page.waitForSelector(".article-card:nth-child(2)");
  const letters = Array.from({ length: 60 }, (_, at) => [
    `${at}.html`,
    articlePage(`第${at}封家书`, "utf-8", `<p>第${at}封。</p>${letter}`),
  ]);
  await addFiles(
    page,
    writeFiles((name) => running.outputPath(name), Object.fromEntries(letters)),
  );
  await page.waitForSelector(".article-card:nth-child(4)");
  // As another tab does, of a Liuye whose schema is later: it waits until every tab of this one has let go of the library.
  const shown = await page.evaluate(async () => {
    const shown = [...document.querySelectorAll(".article-card h2")].map(({ textContent }) => textContent);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open("liuye", 99990);
      request.onupgradeneeded = () => request.result.createObjectStore("later");
      request.onsuccess = () => resolve(request.result.close());
      request.onerror = reject;
    });
    return shown;
  });
  await page.waitForSelector(".app-trouble");
  const { articles, contents } = await libraryRows(page);
  expect(articles.map(({ title }) => title)).toEqual(expect.arrayContaining(shown));
  expect(shown.length).toBeGreaterThan(2);
  expect(contents.map(({ id }) => id).sort()).toEqual(articles.map(({ id }) => id).sort());
  for (const { id, title } of articles.filter(({ title }) => title.startsWith("第")))
    expect(contents.find((content) => content.id === id)?.text, title).toContain("见字如面");
});

const letter = Array.from({ length: 60 }, (_, at) => `<p>第 ${at} 段：见字如面，雨下了一整夜。</p>`).join("");

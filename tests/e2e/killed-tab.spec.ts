import { expect } from "@playwright/test";
import { test } from "./harness.ts";
import { articlePage, writeFiles } from "./pages.ts";
import { addFiles, libraryRows, openApp } from "./reader.ts";

const guides = 2; // on every new shelf
const wanted = 120;

test("a browser killed while files come in by the hundred leaves whole articles, and the rest can be added", async ({
  app,
  start,
}, running) => {
  test.slow();
  const names = Array.from({ length: wanted }, (_, number) => `第${number + 1}封家书`);
  const files = writeFiles(
    (name) => running.outputPath(name),
    Object.fromEntries(names.map((name) => [`${name}.html`, articlePage(name, "utf-8", longLetter(name))])),
  );
  const first = await start();
  await openApp(first.page, app.url);
  await first.page.waitForSelector(`.article-card:nth-child(${guides})`);
  await addFiles(first.page, files);
  await first.page.waitForSelector(`.article-card:nth-child(${guides + 5})`);
  await first.kill();

  const second = await start();
  await openApp(second.page, app.url);
  await second.page.waitForSelector(`.article-card:nth-child(${guides + 1})`);
  const left = await libraryRows(second.page);
  const letters = left.articles.filter(({ title }) => names.includes(title));
  expect(letters.length).toBeGreaterThan(0);
  expect(letters.length).toBeLessThan(wanted); // else the kill came too late to tell anything
  expect(left.contents.map(({ id }) => id).sort()).toEqual(left.articles.map(({ id }) => id).sort());
  for (const { id, title } of letters) {
    const text = left.contents.find((content) => content.id === id)?.text;
    expect(text).toContain(`${title}，开头`);
    expect(text).toContain("后山的弯就不难走了");
  }
  running.annotations.push({ type: "kept before the kill", description: String(letters.length) });

  await addFiles(second.page, files);
  await expect
    .poll(async () => (await libraryRows(second.page)).articles.length, { timeout: 90_000 })
    .toBe(guides + wanted);
});

function longLetter(name: string): string {
  const lines = Array.from(
    { length: 120 },
    (_, line) => `<p>${name}的第${line + 1}段：雨下了一整夜，檐下的桶满了三回，我把你寄来的种子挪到了窗台里边。</p>`,
  );
  return `<p>${name}，开头：见字如面。</p>${lines.join("")}`;
}

import { expect } from "@playwright/test";
import { ownCode, test } from "./harness.ts";
import { articlePage, writeFiles } from "./pages.ts";
import { addFiles, libraryRows, openApp, seeTitle } from "./reader.ts";
import type { UiPage } from "./session.ts";

const titles = ["石桥村的夜校开课了", "渡口的最后一班船", "乡镇卫生站的冷链账本"] as const;

test(
  "articles are chosen, tagged and deleted together, and an undo brings all back",
  ownCode,
  async ({ app, open }, running) => {
    const { page } = await open();
    await openApp(page, app.url);
    await keep(page, (name) => running.outputPath(name));

    await openMenu(page, titles[0]);
    await page.click(".card-menu-select");
    await page.click(`${await cardOf(page, titles[1])} > a`);
    await says(page, ".selection-bar output", /2/);
    await page.click(".selection-tags");
    await page.waitForSelector(".tag-sheet");
    await page.fill(".tag-sheet form input", " #手艺 ");
    await page.click(".tag-sheet form button");
    await page.click(".tag-sheet-done");
    await expect.poll(() => tagged(page)).toEqual([titles[1], titles[0]].sort());

    await page.click(".selection-delete");
    await gone(page, titles[0]);
    await gone(page, titles[1]);
    await page.click(".toast:last-child button");
    await seeTitle(page, titles[0]);
    await seeTitle(page, titles[1]);
    expect(await tagged(page)).toEqual([titles[1], titles[0]].sort());
  },
);

test("an article comes back from the trash as it was, is found by its tag, and is archived", async ({
  app,
  open,
}, running) => {
  const { page } = await open();
  await openApp(page, app.url);
  await keep(page, (name) => running.outputPath(name));
  await tag(page, titles[0], "手艺");

  await openMenu(page, titles[0]);
  await page.click(".card-menu-delete");
  await gone(page, titles[0]);
  await page.click(".navigation-me");
  await page.click(".me-trash");
  await seeTitle(page, titles[0]);
  await page.reload();
  await openMenu(page, titles[0]);
  await page.click(".card-menu-restore");
  await page.waitForSelector(".article-list-empty");
  await page.click(".shelf-back");
  await page.waitForSelector(".me-screen"); // where the trash was opened from
  await page.click(".navigation a");
  await page.waitForSelector(".list-chips-tag");
  await page.click(".list-chips-tag");
  await page.waitForFunction(() => location.hash.includes("tag="), undefined);
  await gone(page, titles[2]);
  await seeTitle(page, titles[0]);

  await openMenu(page, titles[0]);
  await page.click(".card-menu-archive");
  await gone(page, titles[0]);
  await page.click(".list-chips-archive");
  await seeTitle(page, titles[0]);
});

test(
  "a tag is renamed everywhere, its undo included, and an emptied trash is empty for good",
  ownCode,
  async ({ app, open }, running) => {
    const { page } = await open();
    await openApp(page, app.url);
    await keep(page, (name) => running.outputPath(name), titles.slice(2));
    await tag(page, titles[2], "冷链");

    await page.click(".navigation-me");
    await page.click(".me-tags");
    await page.click(".tags-sheet-tag");
    await page.fill(".tags-sheet-one input", "疫苗");
    await page.click(".tags-sheet-one button[type=submit]");
    await expect.poll(() => tagsOf(page, titles[2])).toEqual(["疫苗"]);
    await page.click(".toast:last-child button"); // in the sheet, which is open
    await expect.poll(() => tagsOf(page, titles[2])).toEqual(["冷链"]);
    await page.click(".tags-sheet-done");

    await page.click(".navigation a");
    await openMenu(page, titles[2]);
    await page.click(".card-menu-delete");
    await gone(page, titles[2]);
    await page.click(".navigation-me");
    await page.click(".me-trash");
    await page.click(".trash-empty");
    await page.click(".ask-sheet-yes");
    await page.waitForSelector(".article-list-empty");
    await expect
      .poll(async () => (await libraryRows(page)).articles.some(({ title }) => title === titles[2]))
      .toBe(false);
  },
);

async function keep(page: UiPage, pathOf: (name: string) => string, wanted: readonly string[] = titles): Promise<void> {
  await addFiles(
    page,
    writeFiles(
      pathOf,
      Object.fromEntries(
        wanted.map((title) => [
          `${title}.html`,
          articlePage(title, "utf-8", `<p>${title}，这是开头的一句话，别处没有。</p>`),
        ]),
      ),
    ),
  );
  for (const title of wanted) await seeTitle(page, title);
}

async function tag(page: UiPage, title: string, name: string): Promise<void> {
  await openMenu(page, title);
  await page.click(".card-menu-tags");
  await page.waitForSelector(".tag-sheet");
  await page.fill(".tag-sheet form input", name);
  await page.click(".tag-sheet form button");
  await page.click(".tag-sheet-done");
  await expect.poll(() => tagged(page)).toEqual([title]);
}

/** A selector for the card of an article; the list is asked again, because its cards come and go. */
async function cardOf(page: UiPage, title: string): Promise<string> {
  await seeTitle(page, title);
  const id = await page.evaluate(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>(".article-card")].find(
        (card) => card.querySelector("h2")?.textContent === wanted,
      )?.dataset.id,
    title,
  );
  return `.article-card[data-id="${id}"]`;
}

async function openMenu(page: UiPage, title: string): Promise<void> {
  const card = await cardOf(page, title);
  await page.waitForSelector(".list-chips, .trash-bar"); // with them comes what the menu is made of
  await page.click(`${card} .article-card-more`);
  await page.waitForSelector(".card-menu");
}

async function gone(page: UiPage, title: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll(".article-card h2")].every((heading) => heading.textContent !== wanted),
    title,
  );
}

async function says(page: UiPage, selector: string, words: RegExp): Promise<void> {
  await expect.poll(() => page.textContent(selector)).toMatch(words);
}

async function tagged(page: UiPage): Promise<string[]> {
  const { articles } = await libraryRows(page);
  return articles.flatMap(({ title, tags }) => (tags?.length ? [title] : [])).sort();
}

async function tagsOf(page: UiPage, wanted: string): Promise<string[] | undefined> {
  return (await libraryRows(page)).articles.find(({ title }) => title === wanted)?.tags;
}

// Only Chromium prints to a file by itself. What is on paper is read back with poppler's pdftotext.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test } from "./harness.ts";
import { articlePage, writeFiles } from "./pages.ts";
import { addFiles, openApp, openArticle } from "./reader.ts";

const title = "石桥村的夜校";
const paragraphs = Array.from(
  { length: 120 },
  (_, at) => `<p>第${at + 1}夜，磨坊的灯亮到${at}点，木匠把刨花扫进炉膛。</p>`,
);
const address = "https://example.org/mill?lamp=1";
const page = articlePage(title, "utf-8", `<p>见<a href="${address}">磨坊</a>。</p>${paragraphs.join("")}`).replace(
  "<head>",
  '<head><link rel="canonical" href="https://example.org/night-school">',
);

async function print(playwright: Page | undefined, path: string): Promise<string> {
  writeFileSync(path, await (playwright as Page).pdf({ format: "A4", preferCSSPageSize: true }));
  return execFileSync("pdftotext", [path, "-"], { encoding: "utf8" });
}

test("a PDF holds every word as text, the title on each page, the address, and the links as notes", async ({
  app,
  open,
}, running) => {
  const session = await open();
  await openApp(session.page, app.url);
  await session.page.evaluate(() => localStorage.setItem("liuye:reading-paper", '"night"'));
  await session.page.reload();
  await addFiles(
    session.page,
    writeFiles((name) => running.outputPath(name), { "letter.html": page }),
  );
  await openArticle(session.page, title);
  await session.page.waitForFunction(() => document.querySelector(".aids"), undefined);
  const text = await print(session.playwright, running.outputPath("letter.pdf"));
  expect(text).toContain("第1夜，磨坊的灯亮到0点");
  expect(text).toContain("第120夜，磨坊的灯亮到119点");
  expect(text).toContain("磨坊[1]");
  expect(text).toContain(address);
  expect(text).toContain("https://example.org/night-school");
  const pages = text.split("\f").filter((each) => each.trim() !== "");
  expect(pages.length).toBeGreaterThan(2);
  for (const each of pages) expect(each).toContain(title);
  expect(text).not.toMatch(/书架|还剩|归档/);
});

test("no paper prints dark, and large type takes more pages", async ({ app, open }, running) => {
  const session = await open();
  await openApp(session.page, app.url);
  await addFiles(
    session.page,
    writeFiles((name) => running.outputPath(name), { "letter.html": page }),
  );
  await openArticle(session.page, title);
  const lengths: number[] = [];
  for (const look of ["columns", "normal", "large"]) {
    await session.page.evaluate((wanted) => {
      localStorage.setItem("liuye:reading-paper", '"night"');
      localStorage.setItem("liuye:print-look", JSON.stringify(wanted));
    }, look);
    await session.page.reload();
    await session.page.waitForFunction(() => document.querySelector(".aids"), undefined);
    const text = await print(session.playwright, running.outputPath(`${look}.pdf`));
    lengths.push(text.split("\f").length);
  }
  expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
  expect(new Set(lengths).size).toBe(3);
  await session.playwright?.emulateMedia({ media: "print" });
  const paper = await session.page.evaluate(
    () => getComputedStyle(document.querySelector(".reader-screen") as Element).backgroundColor,
  );
  expect(paper).toBe("rgb(255, 255, 255)");
});

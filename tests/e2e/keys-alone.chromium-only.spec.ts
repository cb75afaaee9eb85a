// Liuye with nothing but a keyboard, and under a system's own few colours.
import { expect, type Page } from "@playwright/test";
import { remember } from "./accessible.ts";
import { lay } from "./furnish.ts";
import { test } from "./harness.ts";
import { openApp } from "./reader.ts";
import type { Visit } from "./session.ts";

const screens: Record<string, string> = {
  shelf: ".list-chips",
  favourites: ".list-chips",
  trash: ".trash-bar",
  "search?q=渡口": ".search-hit",
  notes: ".noted-article",
  me: ".ranking li",
  bookmarklet: ".bookmarklet-link",
  "shelf/row-0": ".prose p",
  "shelf/row-7": ".pending-screen",
};

async function begin(session: Visit, url: string): Promise<Page> {
  const page = session.playwright as Page;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openApp(page, url);
  await page.waitForSelector(".article-card:nth-child(2)");
  await remember(page, { language: "zh-CN", "heard-offline-ready": "yes", "heard-install": "yes" });
  await page.waitForSelector(".article-card:nth-child(2)");
  await lay(page, 9);
  await page.waitForSelector(".list-chips");
  return page;
}

async function go(page: Page, hash: string, awaited: string) {
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/${hash}`);
  await page.waitForSelector(awaited);
  await page.waitForTimeout(150); // parts that come late have come
}

test("Tab comes to everything that can be pressed, each time with a ring that is in sight", async ({ app, open }) => {
  test.slow();
  const page = await begin(await open(), app.url);
  const faults: string[] = [];
  for (const [hash, awaited] of Object.entries(screens)) {
    await go(page, hash, awaited);
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      document.getSelection()?.removeAllRanges();
    });
    const wanted = await page.evaluate(markControls);
    for (let press = 0; press < wanted + 12; press++) {
      await page.keyboard.press("Tab");
      faults.push(...(await page.evaluate(judgeFocus)).map((fault) => `${hash}: ${fault}`));
    }
    const missed = await page.evaluate(() =>
      [...document.querySelectorAll("[data-wanted]")].map((element) => element.outerHTML.slice(0, 110)),
    );
    faults.push(...missed.map((element) => `${hash}: Tab never came to ${element}`));
  }
  expect([...new Set(faults)].join("\n")).toBe("");

  // And what it looks for it finds.
  const bare = await page.evaluate(() => {
    const button = document.createElement("button");
    button.style.cssText = "outline: 0; position: fixed; left: -99px; width: 9px";
    document.body.append(button);
    button.focus();
    return button.isConnected;
  });
  expect(bare).toBe(true);
  expect(await page.evaluate(judgeFocus)).toEqual([
    expect.stringContaining("no ring"),
    expect.stringContaining("out of sight"),
  ]);
});

/** Runs in the page: marks what Tab should come to, and gives how much that is. */
function markControls(): number {
  for (const element of document.querySelectorAll("[data-wanted]")) element.removeAttribute("data-wanted");
  const groups = new Set<string>();
  const controls = [
    ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary"),
  ].filter((one) => !one.closest("[inert]") && !one.matches(":disabled, [tabindex='-1']") && one.checkVisibility());
  for (const control of controls) {
    const { type, name } = control as HTMLInputElement;
    if (type === "radio" && (groups.has(name) || !(control as HTMLInputElement).checked)) continue; // arrows go on
    if (type === "radio") groups.add(name);
    control.setAttribute("data-wanted", "");
  }
  return controls.length;
}

/** Runs in the page: what is wrong with how the focus shows where it is. */
function judgeFocus(): string[] {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return [];
  focused.removeAttribute("data-wanted");
  const shown = [focused, focused.nextElementSibling, focused.parentElement, focused.closest("label")];
  const hasRing = shown.some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
  const name = focused.outerHTML.slice(0, 90);
  const faults: string[] = [];
  if (!hasRing && !focused.matches(".reader-screen")) faults.push(`no ring around ${name}`);
  const box = focused.closest("label") ?? focused;
  const { left, top, width, height } = box.getBoundingClientRect();
  const places = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(left + width / 2, top + height * part));
  const inSight = places.some((at) => at && (box.contains(at) || at.contains(box)) && at !== document.body);
  if (!inSight) faults.push(`out of sight with the focus: ${name}`);
  return faults;
}

test("after a deletion the focus is on the neighbour, and after the last on the list", async ({ app, open }) => {
  const page = await begin(await open(), app.url);
  const at = () =>
    page.evaluate(() => {
      const card = document.activeElement?.closest<HTMLElement>(".article-card");
      return card?.dataset.id ?? document.activeElement?.className ?? "";
    });
  const gone = (id: string) =>
    page.waitForFunction((one) => !document.querySelector(`.article-card[data-id="${one}"]`), id);
  await page.keyboard.press("j");
  await expect.poll(at).toBe("row-0");
  await page.keyboard.press("#");
  await gone("row-0");
  await expect.poll(at).toBe("row-1");

  await page.focus('[data-id="row-1"] .article-card-more');
  await page.keyboard.press("Enter");
  await page.waitForSelector(".card-menu");
  await page.focus(".card-menu-delete");
  await page.keyboard.press("Enter");
  await gone("row-1");
  await expect.poll(at).toBe("row-2");

  await page.keyboard.press("x");
  await page.waitForSelector(".selection-bar");
  await page.focus(".selection-delete");
  await page.keyboard.press("Enter");
  await gone("row-2");
  await expect.poll(at).toBe("row-3");

  for (const id of ["row-3", "row-4", "row-7", "row-8"]) {
    await page.focus(`[data-id="${id}"] > a`);
    await page.keyboard.press("#");
    await gone(id);
  }
  await page.waitForSelector(".article-list-empty");
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest(".app-list") !== null)).toBe(true);
});

test("under forced colours what is current, chosen, read and marked is still told from the rest", async ({
  app,
  open,
}) => {
  const page = await begin(await open(), app.url);
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  /** Whether two elements look different in what forced colours leave: colour, background, border, weight, lines. */
  const differ = (one: string, other: string) =>
    page.evaluate(
      (selectors) => {
        const [first, second] = selectors.map((selector) => {
          const element = document.querySelector(selector);
          if (!element) throw new Error(`There is no ${selector}`);
          const { color, backgroundColor, borderTopColor, fontWeight, textDecorationLine } = getComputedStyle(element);
          return [color, backgroundColor, borderTopColor, fontWeight, textDecorationLine].join();
        });
        return first !== second;
      },
      [one, other],
    );
  const stands = (selector: string) =>
    page.evaluate((name) => {
      const element = document.querySelector(name);
      return element && getComputedStyle(element).backgroundColor !== getComputedStyle(document.body).backgroundColor;
    }, selector);
  expect(await differ(".list-chips a[aria-current]", ".list-chips a:not([aria-current])"), "a filter").toBe(true);
  expect(await differ(".navigation a[aria-current]", ".navigation a:not([aria-current])"), "a tab").toBe(true);
  expect(await stands(".article-card-progress"), "progress").toBe(true);
  await go(page, "search?q=渡口", ".search-hit mark");
  expect(await differ(".search-chips [aria-pressed=true]", ".search-chips [aria-pressed=false]"), "a chip").toBe(true);
  expect(await stands(".search-hit mark"), "a hit").toBe(true);
  await go(page, "notes", ".noted-article");
  expect(await differ(".notes-chips [aria-pressed=true]", ".notes-chips [aria-pressed=false]"), "notes").toBe(true);
  await go(page, "me", ".reading-chart li:last-child i");
  expect(await differ(".segments :checked + span", ".segments :not(:checked) + span"), "a choice").toBe(true);
  expect(await stands(".reading-chart li:last-child i"), "a day").toBe(true);
  for (const [at, colour] of ["yellow", "green", "blue", "line"].entries()) {
    if (at === 3) continue; // written in English, and marked with nothing but a line
    await go(page, `shelf/row-${at}`, ".prose p");
    const line = () =>
      page.evaluate(
        (name) =>
          getComputedStyle(document.querySelector(".prose p") as Element, `::highlight(mark-${name})`)
            .textDecorationLine,
        colour,
      );
    await expect.poll(line, colour).toBe("underline");
  }
  await page.keyboard.press("Tab");
  const ring = () => page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
  expect(await ring()).not.toBe("none");
});

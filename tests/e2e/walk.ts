// A way through the app, with a look at every screen that is passed.
import type { Page } from "@playwright/test";
import { inspectScreen, type Papers } from "./inspect-screen.ts";

/** Walks through the app and notes what is wrong on the way. */
export class Walk {
  readonly faults: string[] = [];
  readonly #page: Page;
  readonly #url: string;
  readonly #papers: Papers;

  /** Contrast is asked for on the papers given: it is the same in every language. */
  constructor(page: Page, url: string, papers: Papers) {
    this.#page = page;
    this.#url = url;
    this.#papers = papers;
  }

  async look(name: string) {
    await this.#page.waitForTimeout(120); // parts that come late have come
    this.faults.push(...(await inspectScreen(this.#page, name, this.#papers)));
  }

  async go(hash: string, awaited: string, name = hash) {
    await this.#page.evaluate((to) => {
      location.hash = to;
    }, `#/${hash}`);
    await this.#page.waitForSelector(awaited);
    await this.look(name);
  }

  /** Opens a sheet from a button, looks, does what else there is to do in it, and sees that Escape leads back to the button. */
  async sheet(opener: string, awaited: string, inside?: () => Promise<unknown>) {
    const page = this.#page;
    await page.click(opener);
    await page.waitForSelector(awaited);
    await this.look(awaited);
    await inside?.();
    for (let presses = 0; presses < 3 && (await page.locator("dialog[open]").count()) > 0; presses++) {
      await page.keyboard.press("Escape");
      await page.waitForTimeout(60);
    }
    const isBack = await page.evaluate((from) => document.activeElement?.closest(from) !== null, opener);
    if (!isBack) {
      const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 90));
      this.faults.push(`${awaited}: after it the focus is not on ${opener} but on ${at}`);
    }
  }

  async start() {
    await this.#page.goto("about:blank");
    await this.#page.goto(this.#url);
  }
}

// Asks axe, in Chromium, of screens set as they are to be looked at.
import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

/** Sets preferences as the app itself remembers them, and starts again with them. */
export async function remember(page: Page, preferences: Record<string, string>) {
  await page.evaluate((wanted) => {
    for (const [name, value] of Object.entries(wanted)) localStorage.setItem(`liuye:${name}`, JSON.stringify(value));
  }, preferences);
  await page.reload();
}

/** Nothing serious stands in the way of assistive tools on what is on screen. */
export async function expectAccessible(page: Page, where: string) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      where: nodes.map(({ target }) => target.join(" ")),
    }));
  });
  const grave = found.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave, where).toEqual([]);
}

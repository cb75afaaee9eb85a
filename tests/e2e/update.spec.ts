import { expect } from "@playwright/test";
import { buildApp } from "./build-app.ts";
import { test } from "./harness.ts";
import { openApp } from "./reader.ts";

test("a new version waits for the reader's word", async ({ app, open }, running) => {
  test.slow(); // it builds the new version first
  const next = running.outputPath("next");
  await buildApp(next, "9.9.9");
  const { page } = await open();
  await openApp(page, `${app.url}#/me`);
  const old = await page.textContent(".me-version");
  expect(old).not.toBe("9.9.9");

  app.deploy(next);
  for (const _ of ["the visit that finds the update", "a plain reload"]) {
    await page.reload();
    await page.waitForSelector(".me-update");
    expect(await page.textContent(".me-version")).toBe(old);
  }

  await page.click(".me-update");
  await page.waitForFunction(() => document.querySelector(".me-version")?.textContent === "9.9.9", undefined);
  await app.kill();
  await page.reload();
  expect(await page.textContent(".me-version")).toBe("9.9.9");
});

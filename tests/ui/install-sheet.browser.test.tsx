import axe from "axe-core";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { capture } from "#capture/capture.ts";
import { speak, t } from "#i18n/messages.ts";
import { database } from "#library/database.ts";
import { openLibrary } from "#library/lifecycle.ts";
import { AddSheet } from "#ui/add/add-sheet.tsx";
import { heardOfInstalling as heard } from "#ui/install-asking.ts";

const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1";
const wechat =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.64";

beforeEach(async () => {
  heard.value = "no";
  await openLibrary();
  await Promise.all(database.tables.map((table) => table.clear()));
  document.documentElement.dataset.paper = "paper";
  await speak("zh-CN");
});

afterEach(() => {
  render(null, document.querySelector("#root") as Element);
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

test("on an iPhone the first way in leads by the drawings, once", async () => {
  await openAddSheet(iphone);
  await find(".install-sheet");
  expect(document.querySelectorAll(".install-drawing")).toHaveLength(3);
  expect(document.querySelector(".install-hand-over")).toBeNull();
  const { violations } = await axe.run(document.body);
  expect(violations.filter(({ id }) => !/page-has|landmark|region/.test(id))).toEqual([]);
  await userEvent.click(await find(".install-close"));
  await find(".add-sheet textarea");
  await openAddSheet(iphone);
  await find(".add-sheet textarea");
  expect(document.querySelector(".install-sheet")).toBeNull();
});

test("what the tab holds already is handed over by a backup", async () => {
  const content = `<!doctype html><title>渡口</title><p>${"河面上的风把缆绳吹得直响。".repeat(20)}</p>`;
  await capture({ kind: "html", via: "html", content }, 1000);
  await openAddSheet(iphone);
  const offer = await find(".install-hand-over");
  expect(offer.textContent).toContain(t.pwa.install.handOver(1));
  offer.querySelector("button")?.click();
  await expect
    .poll(() => document.querySelector(".backup-sheet")?.textContent ?? "", { timeout: 20_000 })
    .toContain(t.backup.title);
});

test("in WeChat the way leads out of it", async () => {
  await openAddSheet(wechat);
  const sheet = await find(".install-sheet");
  expect(sheet.textContent).toContain(t.pwa.install.steps["in-app"][0]);
  expect(sheet.textContent).toContain(t.pwa.install.why["in-app"]);
});

test("where the installed app has the same library nobody is stopped", async () => {
  await openAddSheet(navigator.userAgent);
  await find(".add-sheet textarea");
  expect(document.querySelector(".install-sheet")).toBeNull();
});

function openAddSheet(userAgent: string) {
  vi.spyOn(navigator, "userAgent", "get").mockReturnValue(userAgent);
  const old = document.querySelector("#root");
  if (old) render(null, old);
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement("div"));
  root.id = "root";
  render(<AddSheet onClose={() => {}} />, root);
}

function find(selector: string) {
  return vi.waitFor(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    return element;
  });
}

import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { speak } from "#i18n/messages.ts";
import { database } from "#library/database.ts";
import { AddNotice } from "#ui/add/add-notice.tsx";
import { MoveSheet } from "#ui/add/move-sheet.tsx";
import { forgetMove } from "#ui/add/moving.ts";
import { filterOf } from "#ui/filter-address.ts";

const host = document.createElement("div");
const rows = 600;
const file = new File(
  [Array.from({ length: rows }, (_, at) => `https://example.com/page/${at}`).join("\n")],
  "list.txt",
);

function Page({ isOpen }: { isOpen: boolean }) {
  return (
    <>
      {isOpen && <MoveSheet onClose={() => {}} />}
      <AddNotice inList={false} onBegin={() => {}} />
    </>
  );
}

const find = (selector: string) =>
  vi.waitFor(() => {
    const element = host.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    return element;
  }, 20_000);

beforeEach(async () => {
  await speak("zh-CN");
  await Promise.all(database.tables.map((table) => table.clear()));
  document.body.append(host);
  render(<Page isOpen />, host);
});

afterEach(() => {
  forgetMove();
  render(null, host);
  host.remove();
});

async function begin(): Promise<void> {
  const field = (await find("input[type=file]")) as HTMLInputElement;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  field.files = transfer.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  (await find(".move-kind ~ .main-button")).click();
  await find("progress");
}

test("a move whose sheet is left is seen wherever one is, and its end is said with a way to what came in", async () => {
  const began = Date.now();
  await begin();
  render(<Page isOpen={false} />, host);
  await find(".move-notice");
  const look = await find(".move-notice .move-look");
  expect(host.querySelector(".move-notice [role=status]")?.textContent).toContain(`${rows}`);
  expect(await database.articles.count()).toBe(rows);
  const { since = 0 } = filterOf(new URLSearchParams(look.getAttribute("href")?.split("?")[1]));
  expect(since).toBeGreaterThanOrEqual(began);
  expect((await database.articles.toArray()).every(({ refreshedAt }) => refreshedAt >= since)).toBe(true);
});

test("a move can be stopped from anywhere, and says how far it came", async () => {
  await begin();
  render(<Page isOpen={false} />, host);
  (await find(".move-notice button")).click();
  await find(".move-notice .move-look");
  const added = await database.articles.count();
  expect(host.querySelector(".move-notice [role=status]")?.textContent).toContain(`${added}`);
});

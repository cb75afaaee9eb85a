import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { awaitedFrom } from "#capture/awaited.ts";
import { speak } from "#i18n/messages.ts";
import { allArticles } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { awaitArticles } from "#library/pending.ts";
import { AddSheet } from "#ui/add/add-sheet.tsx";
import { MoveSheet } from "#ui/add/move-sheet.tsx";
import { PendingScreen } from "#ui/reader/pending-screen.tsx";

let root: HTMLElement;

beforeEach(async () => {
  await speak("zh-CN");
  await Promise.all(database.tables.map((table) => table.clear()));
  root = document.createElement("div");
  document.body.replaceChildren(root);
});

afterEach(() => render(null, root));

test("Enter keeps an address by itself, and goes on to the next line of anything else", async () => {
  const onClose = vi.fn();
  render(<AddSheet onClose={onClose} />, root);
  const field = await vi.waitFor(() => document.querySelector("textarea") as HTMLTextAreaElement);
  await userEvent.type(field, "渡口{Enter}https://nobody.invalid/a");
  expect(onClose).not.toHaveBeenCalled();
  expect(field.value).toBe("渡口\nhttps://nobody.invalid/a");
  await userEvent.fill(field, "https://nobody.invalid/a");
  await userEvent.type(field, "{Shift>}{Enter}{/Shift}");
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.type(field, "{Enter}");
  expect(onClose).toHaveBeenCalled();
});

test("a page chosen as another reader's list is opened as the page it is", async () => {
  render(<MoveSheet onClose={() => {}} />, root);
  const input = await vi.waitFor(() => document.querySelector("input[type=file]") as HTMLInputElement);
  const words = "渡口的风从河面上来，摆渡人把缆绳绕了三圈，等最后一个赶集的人上船。";
  await userEvent.upload(input, new File([`# 渡口\n\n${words}`], "渡口.md"));
  await vi.waitFor(
    () => expect(document.querySelector(".move-problem")?.textContent ?? "").toContain("打开文件"),
    10_000,
  );
  document.querySelector<HTMLButtonElement>(".move-sheet button.main-button")?.click();
  await vi.waitFor(async () => expect((await allArticles())[0]?.title).toBe("渡口"), 10_000);
});

test("a link nobody has asked for does not say that its site refused, and offers to ask", async () => {
  const [article] = await awaitArticles([awaitedFrom("https://example.com/ferry")], 1);
  const onRetry = vi.fn();
  if (article) render(<PendingScreen article={article} onPaste={() => {}} onRetry={onRetry} />, root);
  expect(document.body.textContent).not.toContain("没能取到");
  document.querySelector<HTMLButtonElement>(".main-button")?.click();
  expect(onRetry).toHaveBeenCalledWith("https://example.com/ferry", "example.com/ferry");
});

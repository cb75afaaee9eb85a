import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { capture } from "#capture/capture.ts";
import { speak } from "#i18n/messages.ts";
import { database } from "#library/database.ts";
import { ReaderScreen } from "#ui/reader/reader-screen.tsx";

let root: HTMLElement | undefined;

afterEach(() => {
  if (root) render(null, root);
});

async function openWith(picture: string): Promise<void> {
  await speak("zh-CN");
  await Promise.all(database.tables.map((table) => table.clear()));
  const words = "渡口的风从河面上来，摆渡人把缆绳绕了三圈，等最后一个赶集的人上船。".repeat(4);
  const { article } = await capture(
    {
      kind: "html",
      via: "paste",
      whole: true,
      content: `<h1>渡口</h1><p>${words}</p><p>${picture}</p><p>${words}</p>`,
    },
    1,
  );
  root = document.createElement("div");
  document.body.replaceChildren(root);
  render(<ReaderScreen id={article.id} query="" at={undefined} onPaste={() => {}} onRetry={() => {}} />, root);
  await vi.waitFor(() => expect(box()).toBeTruthy());
}

const box = () => document.querySelector<HTMLElement>(".missing-picture");
const button = () => document.querySelector<HTMLButtonElement>(".missing-pictures button");
const told = () => document.querySelector(".missing-pictures [role=status]")?.textContent;

test("a picture whose site cannot be reached is said to be so, in its place too, and can be asked for again", async () => {
  await openWith('<img src="https://nobody.invalid/boat.png" alt="渡船" width="300" height="200">');
  expect(box()?.textContent).toBe("渡船 · 没有随网页一起来");
  const { width, height } = box()?.getBoundingClientRect() ?? { width: 0, height: 0 };
  expect(width / height).toBeCloseTo(1.5, 1);
  button()?.click();
  await vi.waitFor(() => expect(told()).toBe("有 1 张图片没取到：连不上网站。"), 5000);
  expect(box()?.textContent).toBe("渡船 · 连不上图片所在的网站");
  expect(button()?.disabled).toBe(false);
});

test("a picture its site no longer has is said to be so", async () => {
  await openWith(`<img src="${location.origin}/@fs/no-such-folder/gone.png" alt="">`);
  button()?.click();
  await vi.waitFor(() => expect(told()).toMatch(/网站上已经没有了|网站没有给/), 5000);
  expect(button()).not.toBeNull();
});

// An article open in the real reading page, with the real styles and the real library, in a box that can be turned.
import "#ui/styles/layers.css";
import "#ui/styles/reset.css";
import "#ui/styles/tokens.css";
import "#ui/styles/base.css";
import "#ui/styles/print.css";
import { render } from "preact";
import { vi } from "vitest";
import { speak } from "#i18n/messages.ts";
import { saveArticle } from "#library/articles.ts";
import { database } from "#library/database.ts";
import { ReaderScreen } from "#ui/reader/reader-screen.tsx";
import { resetReading } from "#ui/reader/type/reading-preferences.ts";

type Written = { html: string; lang?: string; title?: string };

let root: HTMLElement | undefined;
let open = "";

/** Empties the library, keeps one article and opens it. */
export async function openReader({ html, lang = "zh-Hans", title = "长河" }: Written): Promise<void> {
  await speak("zh-CN");
  resetReading();
  await Promise.all(database.tables.map((table) => table.clear()));
  const text = html.replace(/<[^>]+>/g, "");
  const draft = { identity: "text:a", title, lang, excerpt: "", length: { han: text.length, words: 0 }, savedAt: 1 };
  const { article } = await saveArticle({ ...draft, html, text, sanitizer: 1 }, 1);
  open = article.id;
  document.documentElement.lang = "zh-CN";
  document.title = title;
  root = document.createElement("div");
  turn(390, 844);
  document.body.replaceChildren(root);
  await start();
}

/** Shows the open article anew, as a restart does. */
export async function restart(): Promise<void> {
  if (root) render(null, root);
  await start();
}

/** Takes the page away. */
export function closeReader(): void {
  if (root) render(null, root);
  document.body.replaceChildren();
}

/** Gives the page another size, in CSS pixels. */
export function turn(width: number, height: number): void {
  Object.assign(root?.style ?? {}, {
    position: "relative",
    width: `${width}px`,
    height: `${height}px`,
    overflow: "hidden",
  });
}

/** The id of the open article. */
export const openId = () => open;

export const screen = () => found(".reader-screen");
export const page = () => found(".reader-page");
export const body = () => found(".prose");

async function start(): Promise<void> {
  if (root) render(<ReaderScreen id={open} query="" at={undefined} onPaste={() => {}} onRetry={() => {}} />, root);
  await vi.waitFor(() => found(".prose p"));
}

function found(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`There is no ${selector}`);
  return element;
}

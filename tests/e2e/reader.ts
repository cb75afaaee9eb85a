// What a reader does in Liuye, and where on the screen it is done.
import type { UiPage } from "./session.ts";

/** Opens the app and waits until it would open without a network. */
export async function openApp(page: UiPage, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", undefined);
}

/** Opens an address with nothing of the page before in memory: from the same page only its hash would change. */
export async function startAt(page: UiPage, url: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(url);
}

/** Keeps files through the file input, without waiting for what becomes of them. */
export async function addFiles(page: UiPage, paths: string[]): Promise<void> {
  await page.click(".navigation-add");
  await page.setInputFiles("input[type=file]", paths);
}

/** Waits until an article of this title stands in the list on screen. */
export async function seeTitle(page: UiPage, title: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll(".article-card h2")].some((heading) => heading.textContent === wanted),
    title,
  );
}

/** Opens an article from the list on screen and waits for its words. */
export async function openArticle(page: UiPage, title: string): Promise<void> {
  await seeTitle(page, title);
  const place = await page.evaluate((wanted) => {
    const titles = [...document.querySelectorAll(".article-card h2")].map((heading) => heading.textContent);
    return titles.indexOf(wanted) + 1;
  }, title);
  await page.click(`.article-card:nth-child(${place}) > a`);
  await page.waitForSelector(".prose > *");
}

/** Every row of the library's three stores, read past the app. */
export function libraryRows(page: UiPage) {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const library = await settled(indexedDB.open("liuye"));
    const stores = library.transaction(["articles", "contents", "places"]);
    const articles: {
      id: string;
      title: string;
      pending?: true;
      url?: string;
      favouritedAt?: number;
      receipt?: { pictures: { kept: number; missing: Record<string, number> } };
      tags?: string[];
    }[] = await settled(stores.objectStore("articles").getAll());
    const contents: { id: string; html: string; text: string }[] = await settled(
      stores.objectStore("contents").getAll(),
    );
    const places: { id: string; offset: number }[] = await settled(stores.objectStore("places").getAll());
    library.close();
    return { articles, contents, places };
  });
}

/**
 * Pastes a page's HTML anywhere, as soon as somebody listens: what takes it comes after the first screen. Firefox lets no
 * script fill a clipboard event, so it is an event that carries the same.
 */
export function paste(page: UiPage, html: string): Promise<unknown> {
  return page.waitForFunction((markup) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", markup);
    const event = new Event("paste", { bubbles: true, cancelable: true });
    document.dispatchEvent(Object.defineProperty(event, "clipboardData", { value: clipboardData }));
    return event.defaultPrevented;
  }, html);
}

/** The code in the bookmarklet that this very Liuye offers. */
export async function bookmarklet(page: UiPage, app: string): Promise<string> {
  await openApp(page, app);
  await page.goto(`${app}#/bookmarklet`);
  await page.waitForSelector(".bookmarklet-link");
  return page.evaluate(() => document.querySelector<HTMLAnchorElement>(".bookmarklet-link")?.href ?? "");
}

/** Runs a bookmarklet as its bookmark would: in the page's own world, under all its policies. */
export function runBookmarklet(page: UiPage, address: string): Promise<unknown> {
  const code = decodeURIComponent(address.replace(/^javascript:/, ""));
  return page.evaluate(`(() => { ${code} })()`);
}

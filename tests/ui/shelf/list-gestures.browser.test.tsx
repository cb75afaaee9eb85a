import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import "#ui/styles/layers.css";
import "#ui/styles/reset.css";
import "#ui/styles/tokens.css";
import "#ui/styles/base.css";
import type { Article } from "#domain/article.ts";
import { speak } from "#i18n/messages.ts";
import { database } from "#library/database.ts";
import { go } from "#ui/router.ts";
import { menuFor, selected } from "#ui/shelf/list-state.ts";
import { ShelfScreen } from "#ui/shelf/shelf-screen.tsx";
import { toasts } from "#ui/toasts.ts";

const host = document.createElement("div");

const row = (id: string, savedAt: number): Article => ({
  id,
  identity: `text:${id}`,
  title: `第 ${id} 篇`,
  lang: "zh-Hans",
  excerpt: "",
  length: { han: 100, words: 0 },
  savedAt,
  refreshedAt: 1,
});

const card = (id: string) => host.querySelector<HTMLElement>(`[data-id="${id}"]`) as HTMLElement;
const article = (id: string) => database.articles.get(id);
const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

beforeEach(async () => {
  await speak("zh-CN");
  await import("#ui/shelf/list-deeds.tsx"); // what answers a finger comes after the first cards, here before them
  await Promise.all(database.tables.map((table) => table.clear()));
  await database.articles.bulkAdd(["a", "b", "c", "d"].map((id, at) => row(id, 10 - at)));
  selected.value = undefined;
  menuFor.value = undefined;
  go({ screen: "shelf" }, { replace: true });
  host.style.cssText = "position: fixed; inset: 0; display: flex; flex-direction: column";
  document.body.append(host);
  render(<ShelfScreen list="shelf" onAdd={() => {}} />, host);
  await vi.waitFor(() => {
    for (const id of ["a", "b", "c", "d"]) expect(card(id)?.querySelector("h2")).toBeTruthy();
    expect(host.querySelectorAll(".seal")).toHaveLength(0); // what the test before left has gone
    expect(host.querySelector(".list-chips")).toBeTruthy();
  });
  await pause(50);
});

afterEach(() => {
  render(null, host);
  host.remove();
});

function touch(type: string, target: Element, x: number, y: number) {
  const event = { pointerId: 7, pointerType: "touch", isPrimary: true, bubbles: true, cancelable: true };
  target.dispatchEvent(new PointerEvent(type, { ...event, clientX: x, clientY: y }));
}

/** A finger that goes from one point to another by way of some between. */
function drag(id: string, from: [number, number], to: [number, number]) {
  const link = card(id).querySelector("a") as Element;
  touch("pointerdown", link, ...from);
  for (let step = 1; step <= 8; step++) {
    const at = (axis: 0 | 1) => from[axis] + ((to[axis] - from[axis]) * step) / 8;
    touch("pointermove", link, at(0), at(1));
  }
  return () => touch("pointerup", link, ...to);
}

test("a swipe to the right says favourite and does it, one to the left archives, and both are undone from a toast", async () => {
  const lift = drag("a", [120, 100], [230, 104]);
  expect(card("a").dataset.hint).toBe("收藏");
  expect(card("a").hasAttribute("data-armed")).toBe(true);
  lift();
  await vi.waitFor(async () => expect((await article("a"))?.favouritedAt).toBeGreaterThan(0));
  drag("b", [250, 200], [140, 200])();
  await vi.waitFor(async () => expect((await article("b"))?.archivedAt).toBeGreaterThan(0));
  await vi.waitFor(() => expect(card("b")).toBeNull());
  toasts.value.at(-1)?.action?.run();
  await vi.waitFor(async () => expect((await article("b"))?.archivedAt).toBeUndefined());
});

test("a swipe too short, one that scrolls and one from the edge of the screen do nothing", async () => {
  drag("a", [120, 100], [180, 100])();
  drag("a", [120, 100], [240, 320])();
  drag("a", [10, 100], [200, 100])();
  await pause(60);
  expect(await article("a")).toEqual(row("a", 10));
  expect(card("a").dataset.swipe).toBeUndefined();
});

test("a long press chooses, Shift takes all between, and what is chosen is counted", async () => {
  const link = card("a").querySelector("a") as HTMLElement;
  touch("pointerdown", link, 100, 100);
  await vi.waitFor(() => expect([...(selected.value ?? [])]).toEqual(["a"]));
  touch("pointerup", link, 100, 100);
  link.click(); // as a browser does when the finger is lifted
  expect([...(selected.value ?? [])]).toEqual(["a"]);
  card("c")
    .querySelector("a")
    ?.dispatchEvent(new MouseEvent("click", { shiftKey: true, bubbles: true, cancelable: true }));
  expect([...(selected.value ?? [])]).toEqual(["a", "b", "c"]);
  await vi.waitFor(() => expect(host.querySelector(".selection-bar output")?.textContent).toBe("已选 3 篇"));
  expect(location.hash).toBe("#/shelf");
});

/** Presses keys where the focus is, one after the other. */
function press(...keys: string[]) {
  for (const key of keys)
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

const focused = (id: string) => vi.waitFor(() => expect(document.activeElement?.closest("li")?.dataset.id).toBe(id));

test("the keys move, choose, favourite, archive and delete, and none works while something is written", async () => {
  // What listens for keys comes a moment after the chips.
  await vi.waitFor(() => {
    if (document.activeElement === document.body) press("j");
    expect(document.activeElement?.closest("li")?.dataset.id).toBe("a");
  });
  press("j");
  await focused("b");
  press("j");
  await focused("c");
  press("k");
  await focused("b");
  press("s");
  await vi.waitFor(async () => expect((await article("b"))?.favouritedAt).toBeGreaterThan(0));
  press("x");
  expect([...(selected.value ?? [])]).toEqual(["b"]);
  press("Escape");
  expect(selected.value).toBeUndefined();
  press("e");
  await vi.waitFor(() => expect(card("b")).toBeNull());
  await focused("c");
  press("Delete");
  await vi.waitFor(async () => expect((await article("c"))?.trashedAt).toBeGreaterThan(0));
  const field = document.body.appendChild(document.createElement("input"));
  field.focus();
  press("e", "s", "#", "?");
  field.remove();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true, isComposing: true }));
  await pause(60);
  expect(await article("d")).toEqual(row("d", 7));
  expect(document.querySelector("dialog[open]")).toBeNull();
  press("?");
  await vi.waitFor(() => expect(document.querySelector("dialog[open] kbd")).toBeTruthy());
});

test("a filter is in the address, and the chips say what it is and take it off", async () => {
  go({ screen: "shelf", filter: { source: "计量月刊", state: "unread" } });
  await vi.waitFor(() => expect(host.querySelectorAll(".list-chips-part")).toHaveLength(2));
  await vi.waitFor(() => expect(host.querySelector(".article-list-title")?.textContent).toBeTruthy());
  [...host.querySelectorAll<HTMLElement>(".list-chips-part")].at(-1)?.click();
  await vi.waitFor(() => expect(location.hash).toBe("#/shelf?state=unread"));
  await vi.waitFor(() => expect(card("a")).toBeTruthy());
});

test("a list of which nothing passes says what was asked for and offers all of it again", async () => {
  render(null, host);
  go({ screen: "shelf", filter: { state: "reading", author: "周渡" } }, { replace: true });
  await vi.waitFor(() => expect(location.hash).toContain("state="));
  render(<ShelfScreen list="shelf" onAdd={() => {}} />, host);
  const clear = await vi.waitFor(() => {
    const link = host.querySelector<HTMLElement>(".nothing-fits-clear");
    if (!link) throw new Error("nothing offered");
    return link;
  });
  expect(host.querySelector(".article-list-title")?.textContent).toMatch(/在读 · 周渡/);
  clear.click();
  await vi.waitFor(() => expect(card("a")?.querySelector("h2")).toBeTruthy());
});

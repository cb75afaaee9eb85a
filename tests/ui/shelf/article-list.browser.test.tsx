import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import "#ui/styles/layers.css";
import "#ui/styles/reset.css";
import "#ui/styles/tokens.css";
import "#ui/styles/base.css";
import type { Article } from "#domain/article.ts";
import { order, sift } from "#domain/sift.ts";
import { speak } from "#i18n/messages.ts";
import { database } from "#library/database.ts";
import { shelfTable } from "#library/shelf-table.ts";
import { ArticleList } from "#ui/shelf/article-list.tsx";

const many = 2000;
const host = document.createElement("div");

const row = (at: number): Article => ({
  id: `a${at}`,
  identity: `text:${at}`,
  title: at % 3 === 0 ? `一枚螺钉的旅程：标准怎样让世界拧在一起，第 ${at} 回` : `第 ${at} 篇`,
  lang: "zh-Hans",
  excerpt: at % 2 === 0 ? "从惠氏螺纹到米制螺纹，两百年里工程师们争论的其实是同一个问题。".repeat(1 + (at % 3)) : "",
  length: { han: 100, words: 0 },
  savedAt: many - at,
  refreshedAt: 1,
});

function Shelf({ list = "all" }: { list?: string }) {
  const table = shelfTable.value;
  if (!table) return null;
  const ids = sift(order(table.values(), "shelf", "saved"), {});
  return (
    <ArticleList
      list={list}
      ids={ids}
      table={table}
      hrefOf={(id) => `#/shelf/${id}`}
      openId={undefined}
      empty={{ title: "none" }}
    />
  );
}

const cards = () => [...host.querySelectorAll<HTMLElement>(".article-card")];
const card = (id: string) => host.querySelector<HTMLElement>(`[data-id="${id}"]`);
const list = () => host.querySelector(".article-list") as HTMLElement;
const frames = async (count = 3) => {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
};

beforeEach(async () => {
  await speak("zh-CN");
  await database.articles.clear();
  await database.articles.bulkAdd(Array.from({ length: many }, (_, at) => row(at)));
  host.style.cssText = "position: fixed; inset: 0; display: flex; flex-direction: column";
  document.body.append(host);
  render(<Shelf />, host);
  await vi.waitFor(() => expect(card("a0")?.querySelector("h2")?.textContent).toContain("第 0 回"));
  await vi.waitFor(() => expect(card("a0")?.getAttribute("aria-setsize")).toBe(String(many)));
});

afterEach(() => {
  list().scrollTop = 0;
  list().dispatchEvent(new Event("scroll"));
  render(null, host);
});

test("of two thousand articles a few dozen are drawn, each saying which of how many it is", async () => {
  expect(cards().length).toBeLessThan(60);
  expect(card("a4")?.getAttribute("aria-posinset")).toBe("5");
  list().scrollTop = list().scrollHeight;
  await vi.waitFor(() => expect(card(`a${many - 1}`)?.querySelector("h2")).toBeTruthy());
  expect(card(`a${many - 1}`)?.getAttribute("aria-posinset")).toBe(String(many));
  expect(cards().length).toBeLessThan(60);
  const { bottom } = list().getBoundingClientRect();
  expect(card(`a${many - 1}`)?.getBoundingClientRect().bottom).toBeLessThanOrEqual(bottom);
});

test("what is looked at stays where it is when something comes in above it, and when the list is left and come back to", async () => {
  list().scrollTop = 90_000;
  await frames();
  await vi.waitFor(() => expect(cards().every((one) => one.querySelector("h2"))).toBe(true));
  await frames();
  const { top } = list().getBoundingClientRect();
  const seen = cards().find((one) => one.getBoundingClientRect().bottom > top) as HTMLElement;
  const id = seen.dataset.id ?? "";
  const before = seen.getBoundingClientRect().top;
  await database.articles.bulkAdd([{ ...row(0), id: "new", identity: "new", savedAt: many * 2 }]);
  await vi.waitFor(() => expect(card(id)?.getAttribute("aria-setsize")).toBe(String(many + 1)));
  await frames();
  expect(Math.abs((card(id)?.getBoundingClientRect().top ?? 0) - before)).toBeLessThan(2);
  render(null, host);
  render(<Shelf />, host);
  await vi.waitFor(() => expect(card(id)?.querySelector("h2")).toBeTruthy());
  await frames();
  expect(Math.abs((card(id)?.getBoundingClientRect().top ?? 0) - before)).toBeLessThan(2);
});

test("scrolling up into rows never seen moves the page by what was scrolled and no more", async () => {
  list().scrollTop = 120_000;
  await frames(12);
  for (let step = 0; step < 12; step++) {
    const { top } = list().getBoundingClientRect();
    const seen = cards().find((one) => one.getBoundingClientRect().top > top + 300) as HTMLElement;
    const before = seen.getBoundingClientRect().top;
    list().scrollTop -= 200;
    await frames(8);
    expect(Math.abs(seen.getBoundingClientRect().top - before - 200)).toBeLessThan(2);
  }
});

test("a list dragged along makes a few cards in a frame, and all that are on screen when it rests", async () => {
  host.style.height = "2400px"; // some seventeen cards
  const made = () => new Set(cards().flatMap((one) => (one.querySelector("h2") ? [one.dataset.id] : [])));
  const onScreen = () => {
    const { top, bottom } = list().getBoundingClientRect();
    return cards().filter((one) => {
      const box = one.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    });
  };
  for (const top of [3000, 6000]) {
    list().scrollTop = top; // the rows there come into memory
    await vi.waitFor(() => expect(onScreen().every((one) => made().has(one.dataset.id))).toBe(true));
  }
  for (const top of [0, 3000, 6000]) {
    let before = made();
    list().scrollTop = top;
    for (let frame = 0; frame < 8; frame++) {
      await frames(1);
      const now = made();
      expect([...now].filter((id) => !before.has(id)).length).toBeLessThanOrEqual(6); // two frames may lie between
      before = now;
    }
    await vi.waitFor(() => expect(onScreen().every((one) => made().has(one.dataset.id))).toBe(true));
  }
});

test("the card with the focus keeps it however far the list is scrolled, and gives it on when it goes", async () => {
  card("a3")?.querySelector("a")?.focus();
  list().scrollTop = 150_000;
  await frames(6);
  expect(document.activeElement?.closest("li")?.dataset.id).toBe("a3");
  list().scrollTop = 0;
  await frames(6);
  await database.articles.delete("a3");
  await vi.waitFor(() => expect(card("a3")).toBeNull());
  await vi.waitFor(() => expect(document.activeElement?.closest("li")?.dataset.id).toBe("a4"));
});

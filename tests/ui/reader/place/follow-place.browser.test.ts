import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Place } from "#domain/article.ts";
import { followPlace, type View } from "#ui/reader/place/follow-place.ts";
import { textRuns } from "#ui/reader/place/reading-place.ts";
import { pagesWay } from "#ui/reader/ways/way-pages.ts";
import { scrollWay } from "#ui/reader/ways/way-scroll.ts";

let scroller: HTMLElement;
let body: HTMLElement;
const places: Place[] = [];
let view: View | undefined;
let stop = () => {};

/** A long article in which every sentence says its number, so that any two can be told apart. */
function fill() {
  for (let paragraph = 0; paragraph < 120; paragraph++) {
    if (paragraph % 20 === 10)
      body.append(Object.assign(document.createElement("h2"), { textContent: `第${paragraph}节` }));
    const sentences = Array.from(
      { length: 1 + (paragraph % 7) },
      (_, at) => `这是第${paragraph}段的第${at}句，写得不长也不短。`,
    );
    const element = document.createElement("p");
    element.append(
      "\n  ",
      sentences.slice(0, 2).join(""),
      Object.assign(document.createElement("b"), { textContent: sentences.slice(2).join("") }),
    );
    body.append(element, "\n");
  }
}

beforeEach(() => {
  document.body.replaceChildren();
  scroller = document.createElement("div");
  scroller.style.cssText = "height:600px;width:360px;overflow-y:auto;overflow-anchor:none";
  body = document.createElement("div");
  body.style.cssText = "font:18px/1.8 serif;margin:80px 20px";
  scroller.append(body);
  document.body.append(scroller);
  fill();
  places.length = 0;
});

afterEach(() => stop());

function open(start: Place | null = null) {
  const following = followPlace({
    way: scrollWay(scroller, body),
    body,
    start,
    onView: (next) => {
      view = next;
    },
    onPlace: (place) => places.push(place),
  });
  stop = following.stop;
  return following;
}

test("an article left by pages is left where it was, not nowhere", async () => {
  scroller.style.cssText += ";overflow:hidden;columns:320px 1;column-gap:40px";
  const following = followPlace({
    way: pagesWay(scroller, body),
    body,
    start: null,
    onView: (next) => {
      view = next;
    },
    onPlace: (place) => places.push(place),
  });
  following.turn(1);
  await vi.waitFor(() => expect(view?.page?.number).toBe(2));
  document.body.replaceChildren(); // the screen is gone before its end is told
  following.stop();
  expect(places.at(-1)?.progress).toBe(view?.progress);
  expect(view?.progress).toBeGreaterThan(0);
});

async function scrollTo(top: number) {
  const before = places.length;
  scroller.scrollTop = top;
  await vi.waitFor(() => expect(places.length).toBeGreaterThan(before));
  return places.at(-1) as Place;
}

/** Where the first whole line stands below the scroller's edge, and how far glyphs may stand off it, in pixels. */
const line = { top: 56, tolerance: 4 };

/** The sentences with a piece on the top line, read off the screen and not off our own bookkeeping. */
function sentencesOnTop(): string[] {
  const top = scroller.getBoundingClientRect().top + line.top;
  const found: string[] = [];
  for (const { node } of textRuns(body)) {
    for (const { 0: sentence, index } of node.data.matchAll(/这是第\d+段的第\d+句[^。]*。|第\d+节/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + sentence.length);
      if ([...range.getClientRects()].some((rect) => Math.abs(rect.top - top) <= line.tolerance)) found.push(sentence);
    }
  }
  return found;
}

/** The sentence in which a place lies. */
function sentenceOf(place: Place): string {
  const text = body.textContent ?? "";
  return [...text.matchAll(/这是第\d+段的第\d+句[^。]*。|第\d+节/g)].find(
    ({ 0: sentence, index }) => index + sentence.length > place.offset,
  )?.[0] as string;
}

const settled = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

test("scrolling writes the place as characters of the text, and how much was read", async () => {
  open();
  await vi.waitFor(() => expect(view?.progress).toBe(0)); // a first screen is not yet read by being opened
  const place = await scrollTo(2000);
  const top = scroller.getBoundingClientRect().top;
  const range = document.createRange();
  const run = textRuns(body).findLast(({ start }) => start <= place.offset);
  if (!run) throw new Error("no text at the place");
  range.setStart(run.node, place.offset - run.start);
  range.setEnd(run.node, place.offset - run.start + 1);
  expect(range.getBoundingClientRect().top - top).toBeGreaterThanOrEqual(line.top - 1);
  expect(range.getBoundingClientRect().top - top).toBeLessThan(line.top + 40);
  expect(place.progress).toBeGreaterThan(0.05);
  expect(place.progress).toBeLessThan(1);
  expect((await scrollTo(scroller.scrollHeight)).progress).toBe(1);
});

test("opened again, the page stands at the same sentence", async () => {
  open();
  const place = await scrollTo(3333);
  stop();
  scroller.scrollTop = 0;
  open(place);
  expect(sentencesOnTop()).toContain(sentenceOf(place));
});

test("twenty changes of type and width in a row leave the same sentence at the top", async () => {
  open();
  const sentence = sentenceOf(await scrollTo(4000));
  const sizes = [14, 28, 12, 40, 18, 22, 16, 33, 13, 18];
  for (const [at, size] of sizes.entries()) {
    body.style.fontSize = `${size}px`;
    await settled();
    expect(sentencesOnTop()).toContain(sentence);
    scroller.style.width = at % 2 ? "360px" : "780px";
    await settled();
    expect(sentencesOnTop()).toContain(sentence);
  }
});

test("a body that becomes shorter than where one is does not lose the sentence, though the browser scrolls by itself", async () => {
  open();
  body.style.fontSize = "30px";
  await settled();
  const sentence = sentenceOf(await scrollTo(scroller.scrollHeight * 0.7));
  body.style.fontSize = "14px";
  body.getBoundingClientRect(); // the browser clamps here and now,
  scroller.dispatchEvent(new Event("scroll")); // and may say so before anyone is told of the new size
  await settled();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(sentencesOnTop()).toContain(sentence);
  scroller.style.width = "800px";
  body.getBoundingClientRect();
  await settled();
  scroller.style.width = "360px";
  await settled();
  expect(sentencesOnTop()).toContain(sentence);
});

test("a scroll in the very moment of a change of type is the reader's, and is kept", async () => {
  open();
  await settled();
  body.style.fontSize = "24px";
  scroller.scrollTop = 1800;
  scroller.dispatchEvent(new Event("scroll")); // before anyone was told of the new size
  await vi.waitFor(() => expect(places.at(-1)?.offset).toBeGreaterThan(0));
  expect(scroller.scrollTop).toBe(1800);
});

test("an article that fits on the screen is read by being looked at", async () => {
  body.replaceChildren(Object.assign(document.createElement("p"), { textContent: "只有一句。" }));
  open();
  await vi.waitFor(() => expect(places.at(-1)?.progress).toBe(1));
});

test("a change of type by itself writes no new place: the reader has not moved", async () => {
  open();
  await scrollTo(4000);
  const written = places.length;
  body.style.fontSize = "30px";
  await settled();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(places.length).toBe(written);
});

test("an article that was only opened has no place yet", async () => {
  open();
  await settled();
  stop();
  expect(places).toEqual([]);
});

test("closing in the middle of a scroll still writes where the reader was", async () => {
  open();
  scroller.scrollTop = 1500;
  await settled();
  stop();
  expect(places).toHaveLength(1);
  expect(places[0]?.offset).toBeGreaterThan(0);
});

test("the bars leave on the way down and come back on the way up", async () => {
  open();
  for (const top of [40, 120, 300]) await scrollTo(top);
  expect(view?.barsHidden).toBe(true);
  await scrollTo(270);
  expect(view?.barsHidden).toBe(false);
});

test("the foot names the section being read", async () => {
  open();
  const heading = [...body.querySelectorAll("h2")][2];
  await scrollTo((heading?.offsetTop ?? 0) + 400);
  expect(view?.section).toBe("第50节");
});

test("words Liuye put in for a missing picture do not shift the place", () => {
  const before = textRuns(body).at(-1)?.start;
  const box = Object.assign(document.createElement("span"), {
    className: "missing-picture",
    textContent: "图片没有留下",
  });
  body.prepend(box);
  expect(textRuns(body).at(-1)?.start).toBe(before);
});

test("a place beyond the end, from a longer version of the page, leads to the end", () => {
  open({ offset: 1e7, progress: 1, at: 0 });
  expect(scroller.scrollTop).toBeGreaterThan(1000);
});

test("an empty body has no place and does no harm", () => {
  body.replaceChildren();
  open({ offset: 50, progress: 0.5, at: 0 });
  expect(scroller.scrollTop).toBe(0);
});

import { afterEach, expect, test, vi } from "vitest";
import { placeOf } from "#library/places.ts";
import { appPaper, type Paper, papers } from "#ui/preferences.ts";
import * as preferences from "#ui/reader/type/reading-preferences.ts";
import { body, closeReader, openId, openReader, page, restart, screen, turn } from "./open-reader.tsx";

/** Every sentence and heading says its number, so that any two can be told apart. */
const sentencePattern = /这是第\d+段的第\d+句[^。]*。|第\d+节/g;

/** An article of so many paragraphs; from about 130 on it is filled slice by slice. */
function long(paragraphs: number): string {
  return Array.from({ length: paragraphs }, (_, at) => {
    const sentences = Array.from(
      { length: 3 + (at % 6) },
      (_, line) => `这是第${at}段的第${line}句，写得不长也不短，有 ${at * 7} 个字“上下”。`,
    );
    return `${at % 30 === 7 ? `<h2>第${at}节</h2>` : ""}<p>${sentences[0]}<b>${sentences[1]}</b>${sentences.slice(2).join("")}</p>`;
  }).join("\n");
}

afterEach(() => {
  closeReader();
  preferences.resetReading();
});

/** Less than a line, so that none is missed, in CSS pixels. */
const gap = 20;

/** The same numbers in every run, from a seed. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** What a reader may do to the page without moving in it. */
function change(roll: (sides: number) => number): string | Promise<string> {
  const of = <T>(choices: readonly T[]) => choices[roll(choices.length)] as T;
  const choose = <T>(choice: { value: T }, choices: readonly T[], name: string) => {
    choice.value = of(choices);
    return `${name} ${choice.value}`;
  };
  const { size, face, leading, margin, way, ways, faces, leadings, margins, spacing, spacings } = preferences;
  switch (roll(9)) {
    case 0:
      return choose(size, [12, 14, 16, 18, 22, 28, 34, 40], "size");
    case 1:
      return choose(face, faces.slice(0, 4), "face");
    case 2:
      return choose(leading, leadings, "leading");
    case 3:
      return choose(margin, margins, "margin");
    case 4:
      return choose<Paper | "follow">(preferences.readingPaper, papers, "paper");
    case 5:
      return choose(spacing, spacings, "spacing");
    case 6: {
      const [width = 0, height = 0] = of([
        [390, 844],
        [844, 390],
        [768, 1024],
        [320, 568],
      ]);
      turn(width, height);
      return `turn ${width}×${height}`;
    }
    case 7:
      return restart().then(() => "restart");
    default:
      return choose(way, ways, "way");
  }
}

/** The sentences with a piece where reading begins on the screen, read off the screen and not off our own bookkeeping. */
function sentencesInPlace(): string[] {
  const pane = screen().getBoundingClientRect();
  const box = page().getBoundingClientRect();
  const line = Number.parseFloat(getComputedStyle(body()).lineHeight);
  const isThere = (rect: DOMRect) => {
    if (rect.width === 0 || rect.height === 0) return false;
    if (preferences.way.value === "pages") return rect.left >= box.left - 1 && rect.right <= box.right + 1;
    if (preferences.way.value === "vertical") return Math.abs(box.right - rect.right) < line;
    return rect.top - pane.top > 45 && rect.top - pane.top - 56 < line;
  };
  const found: string[] = [];
  for (const paragraph of body().querySelectorAll("p, h2")) {
    const near = paragraph.getBoundingClientRect();
    if (near.bottom < pane.top - 50 || near.top > pane.bottom + 50 || near.right < pane.left - 50) continue;
    const pieces = [...textsOf(paragraph)];
    for (const { 0: sentence, index } of (paragraph.textContent ?? "").matchAll(sentencePattern)) {
      if ([...rangeOf(pieces, index, index + sentence.length).getClientRects()].some(isThere)) found.push(sentence);
    }
  }
  return found;
}

function* textsOf(element: Element): Generator<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode as Text;
}

function rangeOf(texts: Text[], start: number, end: number): Range {
  const range = document.createRange();
  let before = 0;
  for (const text of texts) {
    if (start >= before && start <= before + text.length) range.setStart(text, start - before);
    if (end > before && end <= before + text.length) {
      range.setEnd(text, end - before);
      return range;
    }
    before += text.length;
  }
  return range;
}

/** The sentence in which the kept place lies. */
async function keptSentence(): Promise<string> {
  const { offset } = (await placeOf(openId())) ?? { offset: -1 };
  const text = body().textContent ?? "";
  return [...text.matchAll(sentencePattern)].find(({ 0: words, index }) => index + words.length > offset)?.[0] ?? "";
}

/** Scrolls by hand, and waits until the place is written down. */
async function scrollTo(top: number): Promise<void> {
  const before = (await placeOf(openId()))?.at ?? 0;
  screen().scrollTop = top;
  await vi.waitFor(async () => expect((await placeOf(openId()))?.at ?? 0).toBeGreaterThan(before), { timeout: 5000 });
}

/** Goes somewhere where a line begins at the top, no gap above a paragraph or a heading, and tells the sentence there. */
async function goSomewhere(part: number): Promise<string> {
  await scrollTo(400 + part * (screen().scrollHeight - 3000));
  while (!sentencesInPlace().includes(await keptSentence())) await scrollTo(screen().scrollTop + gap);
  return keptSentence();
}

test.each([
  ["short", 60],
  ["long", 400],
])(
  "twenty random sequences of changes leave the same sentence in place in a %s article",
  async (_, paragraphs) => {
    appPaper.value = "paper";
    await openReader({ html: long(paragraphs) });
    for (let sequence = 0; sequence < 20; sequence++) {
      const roll = dice(sequence * 7919 + 13);
      preferences.resetReading();
      turn(390, 844);
      await vi.waitFor(() => expect(screen().scrollHeight).toBeGreaterThan(3000));
      const sentence = await goSomewhere(roll(1000) / 1250);
      const done: string[] = [];
      for (let step = 0; step < 5; step++) {
        done.push(await change(roll));
        await vi.waitFor(() => expect(sentencesInPlace(), `${sentence} after ${done.join(", ")}`).toContain(sentence), {
          timeout: 5000,
        });
      }
    }
  },
  240_000,
); // a guard on a busy machine: a hundred changes, each waited for

import fc from "fast-check";
import { expect, test } from "vitest";
import { offsetOf, rangeOf, rememberRuns, storedText, textRuns } from "#ui/reader/place/reading-place.ts";

/** A body of nested elements, loose white space, an element of ours and pieces of text, made of a list of numbers. */
function bodyOf(pieces: readonly number[]): HTMLElement {
  const body = document.createElement("div");
  let holder: Element = body;
  for (const [at, piece] of pieces.entries()) {
    if (piece % 7 === 0) holder = body;
    if (piece % 5 === 0) holder = holder.appendChild(document.createElement(piece % 2 ? "b" : "p"));
    if (piece % 11 === 3)
      body.append(Object.assign(document.createElement("i"), { className: "missing-picture", textContent: "无图" }));
    holder.append(piece % 3 === 0 ? "\n  " : `词${at}的`);
  }
  document.body.replaceChildren(body);
  return body;
}

const bodies = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 40 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

test("a range of two positions holds the words between them, and its ends are these positions", () => {
  fc.assert(
    fc.property(bodies, share, share, (pieces, one, other) => {
      const runs = textRuns(bodyOf(pieces));
      const text = storedText(runs);
      const [start = 0, end = 0] = [one, other].map((at) => Math.round(at * text.length)).sort((a, b) => a - b);
      const range = rangeOf(runs, start, end);
      const words = (string: string) => string.replace(/\s|无图/g, "");
      expect(words(range.toString())).toBe(words(text.slice(start, end)));
      if (words(text.slice(start, end)) === "") return;
      const [from, to] = [
        offsetOf(runs, range.startContainer, range.startOffset),
        offsetOf(runs, range.endContainer, range.endOffset),
      ];
      expect(text.slice(from, to).trim()).toBe(text.slice(start, end).trim());
    }),
  );
});

test("a point between elements counts as the next words, one outside the body as its end", () => {
  const body = bodyOf([]);
  body.append(
    Object.assign(document.createElement("p"), { textContent: "甲乙" }),
    "\n",
    Object.assign(document.createElement("p"), { textContent: "丙丁" }),
  );
  const runs = textRuns(body);
  expect(offsetOf(runs, body, 1)).toBe(3);
  expect(offsetOf(runs, body, 0)).toBe(0);
  expect(offsetOf(runs, document.body, 0)).toBe(0);
  expect(offsetOf(runs, document.body, 1)).toBe(5);
});

test("a body of parts that were gone through before has the same runs as one that was not", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(bodies, fc.boolean()), { minLength: 1, maxLength: 6 }), (parts) => {
      const body = document.createElement("div");
      for (const [pieces] of parts) body.append(bodyOf(pieces));
      const before = textRuns(body);
      for (const [at, [, isGone]] of parts.entries()) if (isGone) rememberRuns(body.children[at] as HTMLElement);
      const after = textRuns(body);
      expect(after.map(({ start }) => start)).toEqual(before.map(({ start }) => start));
      expect(after.every(({ node }, at) => node === before[at]?.node)).toBe(true);
    }),
  );
});

import { afterEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import * as preferences from "#ui/reader/type/reading-preferences.ts";
import { body, closeReader, openReader, page, screen } from "../open-reader.tsx";

const chinese = "<p>渡口的风从河面上来，摆渡人把缆绳绕了三圈，1998年12月，第3次 ferry 开船。</p>";
const english = '<p lang="en">The ferry leaves at dawn, and the rope is wound three times about the post.</p>';
const html = `${chinese}${english}`.repeat(14);

afterEach(() => {
  closeReader();
  preferences.resetReading();
});

const styleOf = (selector: string) => getComputedStyle(body().querySelector(selector) as Element);
const size = () => Number.parseFloat(styleOf("p").fontSize);

test("every choice of type shows on the open page at once, and one step puts all of it back", async () => {
  await openReader({ html });
  const look = () => {
    const { fontSize, fontFamily, fontWeight, lineHeight, letterSpacing, textAlign, textIndent } = styleOf("p");
    return [fontSize, fontFamily, fontWeight, lineHeight, letterSpacing, textAlign, textIndent, page().clientWidth];
  };
  const usual = look();
  const { face, leading, margin, paragraph, alignment, weight, spacing, latin } = preferences;
  const changes = [
    () => (preferences.size.value = 20),
    () => (face.value = "kai"),
    () => (latin.value = "sans"),
    () => (weight.value = "bold"),
    () => (leading.value = "loose"),
    () => (spacing.value = "wider"),
    () => (alignment.value = "start"),
    () => (paragraph.value = "spaced"),
    () => (margin.value = "wide"),
  ];
  for (const change of changes) {
    const before = look();
    change();
    expect(look(), change.toString()).not.toEqual(before);
  }
  preferences.resetReading();
  expect(look()).toEqual(usual);
});

test("keys set the size within its bounds, and Ctrl 0 puts it back", async () => {
  await openReader({ html });
  await userEvent.keyboard("{Control>}={/Control}{Control>}={/Control}");
  await vi.waitFor(() => expect(size()).toBe(20));
  await userEvent.keyboard("{Control>}-{/Control}");
  await vi.waitFor(() => expect(size()).toBe(19));
  preferences.size.value = 40;
  await userEvent.keyboard("{Control>}={/Control}");
  await vi.waitFor(() => expect(size()).toBe(40));
  await userEvent.keyboard("{Control>}0{/Control}");
  await vi.waitFor(() => expect(size()).toBe(18));
});

test("in one article Chinese is justified and indented by two, and English is neither and hyphenated", async () => {
  await openReader({ html });
  expect(styleOf("p")).toMatchObject({ textAlign: "justify", textIndent: "36px" });
  expect(styleOf("p[lang=en]")).toMatchObject({ textAlign: "start", textIndent: "0px", hyphens: "auto" });
  expect(styleOf("p[lang=en]").fontFamily).not.toBe(styleOf("p").fontFamily);
});

test("pages too narrow for the size of type are ragged, for there is too little in a line to share out", async () => {
  await openReader({ html });
  preferences.way.value = "pages";
  preferences.size.value = 18;
  await vi.waitFor(() => expect(styleOf("p").textAlign).toBe("justify"));
  preferences.size.value = 30;
  await vi.waitFor(() => expect(styleOf("p")).toMatchObject({ textAlign: "start", textIndent: "30px" }));
  preferences.size.value = 18;
  await vi.waitFor(() => expect(styleOf("p")).toMatchObject({ textAlign: "justify", textIndent: "36px" }));
});

test("down vertical lines short numbers stand upright and Latin words lie on their side", async () => {
  await openReader({ html });
  preferences.way.value = "vertical";
  const upright = await vi.waitFor(() => {
    const found = [...body().querySelectorAll<HTMLElement>(".upright")];
    expect(found.length).toBeGreaterThan(0);
    return found;
  });
  expect(getComputedStyle(body()).writingMode).toBe("vertical-rl");
  expect(upright.map((digits) => digits.textContent).slice(0, 2)).toEqual(["12", "3"]);
  for (const digits of upright.slice(0, 2)) {
    expect(getComputedStyle(digits).textCombineUpright).toBe("all");
    expect(digits.getBoundingClientRect().height).toBeLessThan(size() * 1.5);
  }
  expect(styleOf("p[lang=en]").textOrientation).toBe("sideways");
  expect(styleOf("p").textOrientation).toBe("mixed");
});

test("on ink paper pages turn with no motion, and nothing is grey", async () => {
  await openReader({ html });
  preferences.readingPaper.value = "ink";
  preferences.way.value = "pages";
  await vi.waitFor(() => expect(page().scrollWidth).toBeGreaterThan(700));
  const scrolls = vi.spyOn(page(), "scrollTo");
  await userEvent.keyboard("{ArrowRight}");
  await vi.waitFor(() => expect(page().scrollLeft).toBeGreaterThan(300));
  expect(scrolls.mock.calls.flat().map((to) => (to as ScrollToOptions).behavior)).not.toContain("smooth");
  const plain = new Set(["rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"]);
  for (const element of [screen(), ...screen().querySelectorAll("*:not(dialog *)")]) {
    const { color, backgroundColor, transitionDuration, animationName } = getComputedStyle(element);
    expect(plain, `${element.className}: ${color}`).toContain(color);
    expect(plain, `${element.className}: ${backgroundColor}`).toContain(backgroundColor);
    expect(Number.parseFloat(transitionDuration), String(element.className)).toBeLessThan(0.01);
    expect(animationName).toBe("none");
  }
});

const touch = (type: string, x: number, y: number) => {
  const finger = new Touch({ identifier: 1, target: body(), clientX: x, clientY: y });
  const touches = type === "touchend" ? [] : [finger];
  body().dispatchEvent(new TouchEvent(type, { touches, changedTouches: [finger], bubbles: true }));
};

test("pages turn by tap at their sides, by swipe, by arrow and by space, and the count follows every change", async () => {
  await openReader({ html });
  preferences.way.value = "pages";
  preferences.readingPaper.value = "ink"; // turns are done at once
  const foot = () => (document.querySelector(".reader-foot")?.textContent ?? "").match(/\d+/g)?.map(Number) ?? [];
  const present = () => Math.round(page().scrollLeft / (page().clientWidth + 40)) + 1;
  const pages = () => Math.round((page().scrollWidth + 40) / (page().clientWidth + 40));
  const box = screen().getBoundingClientRect();
  const tap = (x: number) =>
    document
      .elementFromPoint(box.left + x, box.top + 400)
      ?.dispatchEvent(new MouseEvent("click", { clientX: box.left + x, clientY: box.top + 400, bubbles: true }));
  const turns: [() => unknown, number][] = [
    [() => tap(384), 2], // in the margin, where a thumb lies
    [() => userEvent.keyboard("{ArrowRight}"), 3],
    [() => tap(20), 2],
    [() => userEvent.keyboard(" "), 3],
    [
      () => {
        touch("touchstart", 300, 400);
        touch("touchend", 120, 410);
      },
      4,
    ],
    [
      () => {
        touch("touchstart", 120, 400);
        touch("touchend", 300, 410);
      },
      3,
    ],
    [() => userEvent.keyboard("{ArrowLeft}"), 2],
    [() => tap(195), 2], // the middle calls the bars
  ];
  await vi.waitFor(() => expect(pages()).toBeGreaterThan(4));
  for (const [deed, wanted] of turns) {
    await deed();
    await vi.waitFor(() => expect(present(), deed.toString()).toBe(wanted));
    expect(foot()).toEqual(expect.arrayContaining([wanted, pages()]));
  }
  for (const wanted of [30, 14, 18]) {
    preferences.size.value = wanted;
    await vi.waitFor(() => expect(foot()).toEqual(expect.arrayContaining([present(), pages()])));
  }
});

test("a reference to a note begins no line, at whatever size, and is copied without what holds it there", async () => {
  const texts = Array.from({ length: 40 }, (_, at) => {
    const words = "渡口的风从河面上来摆渡人把缆绳绕了三圈".repeat(3).slice(0, 20 + at);
    return `<p>${words}<sup><a href="#n${at}">[${at}]</a></sup>，等最后一个人。</p>`;
  });
  await openReader({
    html: `${texts.join("")}<ol>${texts.map((_, at) => `<li id="n${at}">注${at}</li>`).join("")}</ol>`,
  });
  for (const wanted of [14, 18, 23]) {
    preferences.size.value = wanted;
    await vi.waitFor(() => expect(size()).toBe(wanted));
    for (const mark of body().querySelectorAll<HTMLElement>("p sup")) {
      const before = document.createRange();
      const words = mark.previousSibling as Text;
      before.setStart(words, words.length - 1);
      before.setEnd(words, words.length);
      const [letter, reference] = [before.getBoundingClientRect(), mark.getBoundingClientRect()];
      expect(Math.abs(letter.bottom - reference.bottom), mark.textContent ?? "").toBeLessThan(wanted);
    }
  }
  getSelection()?.selectAllChildren(body().querySelector("p") as Element);
  expect(getSelection()?.toString()).not.toContain("\u2060");
});

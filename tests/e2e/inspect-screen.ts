// What axe and a ruler find wrong with what is on screen, as lines to be read.
import type { Page } from "@playwright/test";
import axe from "axe-core";

export type Papers = readonly ("paper" | "sepia" | "night" | "ink")[];

/** On the narrowest phone, and with everything twice as large, nothing may be out of reach (WCAG 1.4.10, 1.4.4). */
const narrow = { width: 320, height: 568 };
const phone = { width: 390, height: 844 };

/**
 * Every fault of WCAG 2.2 AA that axe knows on the screen or in the sheet over it, its contrast on each paper, and on
 * 320 px: what is cut off, what is too small for a finger, what stands there twice under one id, and what
 * moves although the system asks for stillness.
 */
export async function inspectScreen(page: Page, name: string, papers: Papers): Promise<string[]> {
  const found = await askAxe(page, "paper", "all but contrast");
  for (const paper of papers) found.push(...(await askAxe(page, paper, "contrast")));
  await setPaper(page, "paper");
  found.push(...(await page.evaluate(measure)));
  await page.setViewportSize(narrow);
  found.push(...(await page.evaluate(measure)).map((fault) => `${fault} (320 px)`));
  await page.setViewportSize(phone);
  return [...new Set(found)].map((fault) => `${name}: ${fault}`);
}

async function askAxe(page: Page, paper: Papers[number], what: "contrast" | "all but contrast"): Promise<string[]> {
  await setPaper(page, paper);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([on, asking]) => {
      const { axe: asked } = window as unknown as { axe: typeof axe };
      // Behind a sheet nothing is within reach; and rules for whole pages do not judge it.
      const scope = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
      const { violations } = await asked.run(
        scope,
        asking === "contrast"
          ? { runOnly: ["color-contrast"], resultTypes: ["violations"] }
          : {
              rules: { "target-size": { enabled: true }, "color-contrast": { enabled: false } },
              resultTypes: ["violations"],
            },
      );
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, any }) => {
          const { contrastRatio = "", fgColor = "", bgColor = "" } = any[0]?.data ?? {};
          return `${id} ${target.join(" ")} ${contrastRatio && `${contrastRatio} ${fgColor} ${bgColor} on ${on}`}`.trim();
        }),
      );
    },
    [paper, what] as const,
  );
}

function setPaper(page: Page, paper: string): Promise<unknown> {
  return page.evaluate((name) => {
    document.documentElement.dataset.paper = name;
  }, paper);
}

/** Runs in the page. */
function measure(): string[] {
  const finger = 44; // CSS pixels, what this design promises; WCAG 2.5.8 asks for 24
  const narrowest = 40; // of one among five side by side on 320 px
  const faults: string[] = [];
  const top = [...document.querySelectorAll("dialog[open], :popover-open")].at(-1) ?? document.body;
  const width = document.documentElement.clientWidth;
  const nameOf = (element: Element) => `${element.localName}.${element.className || element.parentElement?.className}`;
  for (const pane of [document.documentElement, top, ...top.querySelectorAll("*")]) {
    const { overflowX } = getComputedStyle(pane);
    const scrolls = pane === document.documentElement || (overflowX !== "visible" && overflowX !== "clip");
    const mayScroll = pane.matches(
      ".list-chips, .search-chips, .notes-chips, .unseen, pre, textarea, input, .table-box",
    );
    const isCut = overflowX === "hidden" && getComputedStyle(pane).textOverflow === "ellipsis";
    if (scrolls && !mayScroll && !isCut && pane.clientWidth > 0 && pane.scrollWidth > pane.clientWidth + 1)
      faults.push(`scrolls sideways: ${nameOf(pane)}`);
  }
  for (const control of top.querySelectorAll("a[href], button, input, select, textarea, summary, label:has(input)")) {
    if (control.closest("[inert], .prose, .unseen") || !control.checkVisibility({ visibilityProperty: true })) continue;
    if (control.matches("label *, label:has(.unseen) *")) continue; // the label is what is pressed
    const { left, right, width: own, height } = control.getBoundingClientRect();
    const isInChips = control.closest(".list-chips, .search-chips, .notes-chips");
    if (!isInChips && (left < -1 || right > width + 1)) faults.push(`out of sight: ${nameOf(control)}`);
    // Within a sentence, WCAG lets it be; so are an article's facts, one beside the other in a line.
    const isInLine = getComputedStyle(control).display === "inline" || control.matches(".head-fact");
    const least = control.closest(".segments") ? narrowest : finger;
    if (!isInLine && (height < finger - 0.5 || own < least))
      faults.push(`small: ${nameOf(control)} ${Math.round(own)}×${Math.round(height)}`);
  }
  for (const element of top.querySelectorAll("*")) {
    const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
    const times = [transitionDuration, animationName === "none" ? "0s" : animationDuration].join().split(",");
    // The reader asked for stillness, and a millisecond is still.
    if (times.some((time) => Number.parseFloat(time) > 0.001)) faults.push(`moves: ${nameOf(element)}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) faults.push(`an id twice: ${id}`);
  return faults;
}

import { render } from "preact";
import { afterEach, expect, test } from "vitest";
import { speak } from "#i18n/messages.ts";
import { ArticleBody } from "#ui/reader/article-body.tsx";
import { harmIn } from "../../fixtures/hostile/harm.ts";
import { vectors } from "../../fixtures/hostile/vectors.ts";

const root = document.createElement("div");
const gestures = ["click", "dblclick", "pointerover", "mouseover", "mouseenter", "focus", "focusin", "toggle", "load"];
gestures.push(
  "error",
  "animationstart",
  "transitionend",
  "keydown",
  "paste",
  "wheel",
  "beforetoggle",
  "scroll",
  "input",
);

afterEach(() => {
  render(null, root);
  root.remove();
});

test("a trick that reaches the open article unclean runs nothing, asks for nothing and stands in nothing's way", async () => {
  let struck = 0;
  Object.assign(window, { hit: () => struck++ });
  await speak("en");
  document.body.append(root);
  const ownNames = () => JSON.stringify([Object.keys(window), Object.getOwnPropertyNames(document)]);
  const before = ownNames();
  const base = document.baseURI;
  const asked = performance.getEntriesByType("resource").length;
  const stayHere = (event: Event) => event.preventDefault();
  addEventListener("click", stayHere, true);
  const found: { name: string; lost: string[]; harm: string[] }[] = [];
  for (const { name, html, words, controls } of vectors) {
    await new Promise((filled) => {
      render(<ArticleBody key={name} html={html} lang="zh" onFilled={filled} />, root);
    });
    const body = root.querySelector(".prose") as HTMLElement;
    for (const element of body.querySelectorAll("*"))
      for (const gesture of gestures)
        element.dispatchEvent(new Event(gesture, { cancelable: true, bubbles: gesture !== "error" }));
    const lost = [...words, ...controls].filter((word) => !body.textContent?.includes(word));
    found.push({ name, lost, harm: ownHarm(body) });
  }
  await new Promise((resolve) => setTimeout(resolve, 500)); // time for a slow one to act
  removeEventListener("click", stayHere, true);
  expect(found.filter(({ lost, harm }) => lost.length + harm.length > 0)).toEqual([]);
  expect(struck).toBe(0);
  const later = performance.getEntriesByType("resource").slice(asked);
  expect(later.filter(({ name }) => name.includes("evil.invalid"))).toEqual([]);
  expect(ownNames()).toBe(before);
  expect(document.baseURI).toBe(base);
  expect(document.querySelector("head [href*='evil']")).toBe(null);
});

/** What of the page's is left; classes, roles and languages of ours stand on what is shown. */
function ownHarm(body: HTMLElement): string[] {
  return harmIn(body).filter((harm) => !/^(?:class|role|tabindex|style)=/.test(harm));
}

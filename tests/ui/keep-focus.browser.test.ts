import { beforeEach, expect, test, vi } from "vitest";
import { keepFocus } from "#ui/keep-focus.ts";

const button = (name: string) => document.querySelector<HTMLElement>(`.${name}`) as HTMLElement;
const at = () => document.activeElement?.className;

beforeEach(() => {
  document.body.innerHTML =
    '<main class="app-list"><button class="a">a</button><button class="b">b</button><button class="c">c</button></main><button class="out">out</button>';
});

// First, for it cannot be switched off again.
test("without it the focus is lost with what had it", async () => {
  button("b").focus();
  button("b").remove();
  await new Promise(requestAnimationFrame);
  expect(document.activeElement).toBe(document.body);
});

test("the focus goes to what stands in its place, then to the last, then to what held them", async () => {
  keepFocus();
  button("b").focus();
  button("b").remove();
  await vi.waitFor(() => expect(at()).toBe("c"));
  button("c").setAttribute("disabled", "");
  await vi.waitFor(() => expect(at()).toBe("a"));
  button("a").remove();
  await vi.waitFor(() => expect(at()).toBe("app-list"));
});

test("a focus that was given up, or taken elsewhere, is not called back", async () => {
  button("b").focus();
  button("b").blur();
  await new Promise(requestAnimationFrame);
  button("b").remove();
  await new Promise(requestAnimationFrame);
  expect(document.activeElement).toBe(document.body);
  button("a").focus();
  button("out").focus();
  button("a").remove();
  await new Promise(requestAnimationFrame);
  expect(at()).toBe("out");
});

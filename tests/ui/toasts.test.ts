import { afterEach, expect, test, vi } from "vitest";
import { dismiss, dismissOffersToOpen, leaveBehind, say, toasts } from "#ui/toasts.ts";

afterEach(() => {
  for (const { id } of toasts.peek()) dismiss(id);
  vi.useRealTimers();
});

test("an offer to open an article goes when that article is opened; other offers stay their time", () => {
  const run = () => {};
  say("one is kept", { label: "open", run, opens: "one" });
  say("two is kept", { label: "open", run, opens: "two" });
  say("three is deleted", { label: "undo", run });
  dismissOffersToOpen("one");
  expect(toasts.peek().map(({ text }) => text)).toEqual(["two is kept", "three is deleted"]);
});

test("no more than two stand at a time: the oldest makes room", () => {
  const run = () => {};
  for (const text of ["one", "two", "three"]) say(text, { label: "undo", run });
  expect(toasts.peek().map(({ text }) => text)).toEqual(["two", "three"]);
});

test("what was only said stays on its screen; an undo may be the one way back, and goes along", () => {
  vi.useFakeTimers();
  const run = () => {};
  say("copied");
  say("a highlight is removed", { label: "undo", run });
  vi.setSystemTime(Date.now() + 3000);
  leaveBehind();
  expect(toasts.peek().map(({ text }) => text)).toEqual(["a highlight is removed"]);
  say("said by the deed that leads away");
  leaveBehind();
  expect(toasts.peek().map(({ text }) => text)).toEqual(["a highlight is removed", "said by the deed that leads away"]);
});

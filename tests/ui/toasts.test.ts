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

test("an undo stays on the screen it was said on, but goes along with the deed that leads away", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const run = () => {};
  say("a mark is gone", { label: "undo", run });
  vi.setSystemTime(Date.now() + 3000);
  say("one is kept", { label: "open", run, opens: "one" });
  leaveBehind();
  expect(toasts.peek().map(({ text }) => text)).toEqual(["one is kept"]);
  say("an article is deleted, and its page closed", { label: "undo", run });
  leaveBehind();
  vi.setSystemTime(Date.now() + 3000);
  leaveBehind();
  expect(toasts.peek().map(({ text }) => text)).toEqual(["one is kept"]);
});

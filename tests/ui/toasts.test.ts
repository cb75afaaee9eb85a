import { afterEach, expect, test } from "vitest";
import { dismiss, dismissOffersToOpen, say, toasts } from "#ui/toasts.ts";

afterEach(() => {
  for (const { id } of toasts.peek()) dismiss(id);
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

import fc from "fast-check";
import { expect, test } from "vitest";
import { go, hrefOf, leaveArticle, leaveList, type Route, route, routeOf } from "#ui/router.ts";

test("every place has an address that leads back to it, whatever the id or query holds", () => {
  const text = fc.string({ unit: "grapheme" });
  const article = fc.option(fc.string({ unit: "grapheme", minLength: 1 }), { nil: undefined });
  const opened = fc.record({ article: fc.string({ unit: "grapheme", minLength: 1 }), at: article });
  const list = fc.record({ screen: fc.constantFrom("shelf", "favourites", "notes"), article });
  const jump = fc.tuple(list, opened).map(([place, jumped]) => ({ ...place, ...jumped }));
  const search = fc.record({ screen: fc.constant("search"), query: text, article });
  fc.assert(
    fc.property(fc.oneof(list, jump, search, fc.constant({ screen: "me" })), (place) => {
      expect(routeOf(hrefOf(place as Route))).toEqual(JSON.parse(JSON.stringify(place)));
    }),
  );
});

test.each(["", "#", "#/", "#/nowhere", "#/nowhere/a?b", "#%"])("the unknown address %s leads to the shelf", (hash) => {
  expect(routeOf(hash).screen).toBe("shelf");
});

test("a damaged article address leads to its list", () => {
  expect(routeOf("#/favourites/%E4%ZZ")).toEqual({ screen: "favourites" });
});

const moved = () => new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));

test("leaving an article is a step back to the list it was opened from, and a replacement elsewhere", async () => {
  for (const to of [{ screen: "favourites" }, { screen: "favourites", article: "a" }] satisfies Route[]) {
    go(to);
    await moved();
  }
  const steps = history.length;
  leaveArticle();
  await moved();
  expect(route.value).toEqual({ screen: "favourites" });
  expect(history.length).toBe(steps);
  go({ screen: "me" });
  await moved();
  go({ screen: "shelf", article: "b" });
  await moved();
  leaveArticle(); // opened from elsewhere: going back would leave the list unseen
  await moved();
  expect(route.value).toEqual({ screen: "shelf" });
});

test("leaving the trash leads to where it was reached from, be it opened from there a second time", async () => {
  go({ screen: "me" });
  await moved();
  go({ screen: "trash" });
  await moved();
  const steps = history.length;
  leaveList();
  await moved();
  expect(route.value).toEqual({ screen: "me" });
  expect(history.length).toBe(steps);
  go({ screen: "archive" });
  await moved();
  go({ screen: "archive", filter: { state: "unread" } }, { replace: true }); // narrowed on the way: reached from itself
  await moved();
  leaveList();
  await moved();
  expect(["me", "shelf"]).toContain(route.value.screen); // never the archive again
});

import { afterEach, expect, test, vi } from "vitest";
import { preferredLanguage } from "#i18n/messages.ts";
import { beginFirstFrame } from "#ui/first-frame.ts";

const root = document.documentElement;

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  location.hash = "";
});

test("its language is the one the app will speak", () => {
  const lists = [
    ["en"],
    ["zh"],
    ["zh-HK", "en"],
    ["zh-Hans-TW"],
    ["zh-Hant-CN"],
    ["fr", "zh-TW"],
    ["de"],
    ["en-GB", "zh"],
  ];
  for (const languages of [...lists, []]) {
    vi.spyOn(navigator, "languages", "get").mockReturnValue(languages);
    beginFirstFrame();
    expect(root.lang, languages.join()).toBe(preferredLanguage(languages));
  }
  localStorage.setItem("liuye:language", '"zh-Hant"');
  beginFirstFrame();
  expect(root.lang).toBe("zh-Hant");
});

test("it stands on the paper that was chosen, or on the system's, whatever the storage holds", () => {
  for (const [kept, paper] of [
    ['"sepia"', "sepia"],
    ['"ink"', "ink"],
    ['"follow"', "paper"],
    ['"purple"', "paper"],
    ["{", "paper"],
  ]) {
    localStorage.setItem("liuye:paper", kept ?? "");
    beginFirstFrame();
    expect(root.dataset.paper, kept).toBe(paper);
  }
});

test("it shows no more than what the app will draw there", () => {
  const shownAt = (hash: string) => {
    location.hash = hash;
    beginFirstFrame();
    return root.dataset.first;
  };
  expect(["", "#/", "#/shelf"].map(shownAt)).toEqual(["new", "new", "new"]);
  localStorage.setItem("liuye:canary", '{"articles":3,"at":1}');
  expect(
    ["", "#/shelf", "#/shelf?state=unread", "#/me", "#/shelf/a", "#/search/a?q=b", "#/keep/x"].map(shownAt),
  ).toEqual(["known", "known", "screen", "screen", "cover", "cover", "cover"]);
});

/**
 * Runs in the head of the page, before anything is drawn: puts the page on the reader's paper and into their language, and
 * says which first frame stands there until the app draws. It travels as its own source text and needs nothing but itself;
 * a test holds it to what `preferences.ts` and `messages.ts` come to.
 *
 * `data-first`: `new` where no library was ever known, and the guides are what will stand on the shelf; `known` where the
 * shelf's cards are on their way; `screen` for another list or screen, of which the tabs alone are known; `cover` for what
 * covers those.
 */
export function beginFirstFrame(): void {
  const root = document.documentElement;
  const recall = (name: string): unknown => {
    try {
      return JSON.parse(localStorage.getItem(`liuye:${name}`) ?? "null");
    } catch {
      return null; // storage is switched off
    }
  };
  const paper = recall("paper");
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "night" : "paper";
  root.dataset.paper = ["paper", "sepia", "night", "ink"].includes(paper as string) ? (paper as string) : system;
  const chosen = recall("language") as string;
  const first = navigator.languages.find((tag) => /^(?:zh|en)\b/i.test(tag)) ?? "en";
  const traditional = /^zh-(?:hant|(?!hans).*\b(?:tw|hk|mo)\b)/i;
  const preferred = /^en/i.test(first) ? "en" : traditional.test(first) ? "zh-Hant" : "zh-CN";
  root.lang = ["zh-CN", "zh-Hant", "en"].includes(chosen) ? chosen : preferred;
  const [screen, article] = location.hash.replace(/^#\/?/, "").split("?")[0]?.split("/") ?? [];
  const isShelf = !screen || location.hash === "#/shelf";
  if (article || screen === "keep") root.dataset.first = "cover";
  else if (!isShelf) root.dataset.first = "screen";
  else root.dataset.first = recall("canary") ? "known" : "new";
}

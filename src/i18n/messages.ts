import type { Messages } from "./en.ts";

/** The languages Liuye speaks, each in its own name. */
export const languages = { "zh-CN": "简体中文", "zh-Hant": "繁體中文", en: "English" } as const;

export type Language = keyof typeof languages;

const words: Record<Language, () => Promise<{ messages: Messages }>> = {
  "zh-CN": () => import("./zh-cn.ts"),
  "zh-Hant": () => import("./zh-hant.ts"),
  en: () => import("./en.ts"),
};

/** The words of the language spoken now: a live binding, to be read while rendering and never kept. */
export let t: Messages;

/** The language spoken now. */
export let language: Language = "en";

let lastWanted: Language;

/** Loads a language and speaks it from now on; whoever calls draws the page again. Of two calls in a row the later wins. */
export async function speak(wanted: Language): Promise<void> {
  lastWanted = wanted;
  const { messages } = await words[wanted]();
  if (lastWanted !== wanted) return;
  t = messages;
  language = wanted;
  document.documentElement.lang = wanted;
}

/** The language to begin with: Chinese where the browser prefers any before any English, in the characters it asks for. */
export function preferredLanguage(browserLanguages: readonly string[]): Language {
  const first = browserLanguages.find((tag) => /^(?:zh|en)\b/i.test(tag));
  if (!first || /^en/i.test(first)) return "en";
  // The script decides where it is named; else the country does: Taiwan, Hong Kong, Macao.
  return /^zh-(?:hant|(?!hans).*\b(?:tw|hk|mo)\b)/i.test(first) ? "zh-Hant" : "zh-CN";
}

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import {
  type SimplifiedAs,
  showSimplified,
  showTraditional,
  type TraditionalAs,
} from "#ui/reader/aids/aid-preferences.ts";
import { showAs } from "./shown-text.ts";

/** The writing an article is shown in. */
export type ShownScript = SimplifiedAs | TraditionalAs;

type Convert = (text: string) => string;

/** Code means what it says, and drawings have words of their own. */
const leftAlone = "pre, code, kbd, samp, svg, math, rt";

const loaded = new Map<ShownScript, Promise<Convert>>();

/** How a text of a language is to be shown now; reading it follows the reader's choice. */
export function shownScript(lang: string): ShownScript {
  if (!/^zh\b/i.test(lang)) return "stored";
  return isTraditional(lang) ? showTraditional.value : showSimplified.value;
}

/** Whether a language tag names traditional writing. */
export function isTraditional(lang: string): boolean {
  return /^zh\b.*\b(?:hant|tw|hk|mo)\b/i.test(lang);
}

/** The language of a text as it is shown: browsers choose the shape of a character by it. */
export function shownLang(lang: string, script: ShownScript): string {
  if (script === "stored") return lang;
  return { tw: "zh-Hant-TW", twp: "zh-Hant-TW", hk: "zh-Hant-HK", cn: "zh-Hans", cnp: "zh-Hans" }[script];
}

/**
 * What turns kept text into the wanted writing; its tables are fetched when first wanted. Where they cannot be had,
 * the text stays as it is kept: an article always opens.
 */
export function converterTo(script: ShownScript): Promise<Convert> {
  const known = loaded.get(script) ?? load(script);
  loaded.set(script, known);
  return known.catch((error) => {
    loaded.delete(script);
    reportError(error);
    return asKept;
  });
}

function asKept(text: string): string {
  return text;
}

/** Shows every text of a clean article in another writing; what is kept of it stays known to `reading-place.ts`. */
export function convertBody(root: DocumentFragment, script: ShownScript, convert: Convert): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (/\p{Script=Han}/u.test(node.data) && !node.parentElement?.closest(leftAlone)) showAs(node, convert);
  }
  for (const part of root.querySelectorAll<HTMLElement>('[lang|="zh" i]')) part.lang = shownLang(part.lang, script);
}

/** A line of an article in the writing it is shown in. */
export function useShown(text: string, lang: string): string {
  const script = shownScript(lang);
  const shown = useSignal(text);
  useEffect(() => {
    let isWanted = true;
    shown.value = text;
    if (script !== "stored") {
      converterTo(script).then((convert) => {
        if (isWanted) shown.value = convert(text);
      }, reportError);
    }
    return () => {
      isWanted = false;
    };
  }, [text, script]);
  return shown.value;
}

async function load(script: ShownScript): Promise<Convert> {
  switch (script) {
    case "stored":
      return asKept;
    case "cn":
    case "cnp": {
      const { Converter } = await import("opencc-js/t2cn");
      // From Hong Kong's forms, which are all of Taiwan's and some more.
      return Converter({ from: script === "cn" ? "hk" : "twp", to: "cn" });
    }
    default: {
      const { Converter } = await import("opencc-js/cn2t");
      return Converter({ from: "cn", to: script });
    }
  }
}

// A language nobody speaks, for `npm run pseudo` and its test: every English word stands in brackets, longer than it is and
// with accents. What stands on screen without brackets was never translated; what loses its last one does not fit.
import type { Plugin } from "vite";

/** Puts the marked words in the place of the English ones, in a build with LIUYE_PSEUDO set and in no other. */
export function pseudoWords(): Plugin {
  return {
    name: "liuye-pseudo",
    enforce: "pre",
    transform(code, id) {
      if (!process.env.LIUYE_PSEUDO || !id.endsWith("/src/i18n/en.ts")) return undefined;
      const plain = code.replace("export const messages =", "const plain =").replace("typeof messages", "typeof plain");
      return `${plain}\n${markWords.toString()}\nexport const messages = markWords(plain);\n`;
    },
  };
}

/** Travels into the build as its own text, so that it needs nothing but itself. */
function markWords<T>(words: T): T {
  const accents: Record<string, string> = { a: "á", e: "é", i: "í", o: "ó", u: "ú", c: "ç", n: "ñ" };
  const longer = 0.3; // German and French take about so much more than English
  const mark = (thing: unknown): unknown => {
    if (typeof thing === "string") {
      const more = "~".repeat(Math.ceil(thing.length * longer)).replace(/(~{4})(?=~)/g, "$1 ");
      return thing && `⟦${thing.replace(/[aeioucn]/g, (letter) => accents[letter] ?? letter)} ${more}⟧`;
    }
    if (typeof thing === "function") return (...values: unknown[]) => mark(thing(...values));
    if (Array.isArray(thing)) return thing.map(mark);
    if (typeof thing !== "object" || thing === null) return thing;
    return Object.fromEntries(Object.entries(thing).map(([name, value]) => [name, mark(value)]));
  };
  return mark(words) as T;
}

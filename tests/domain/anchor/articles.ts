// Articles made at random, and what a careless editor makes of them.
import fc from "fast-check";

const chinese =
  "渡口的风从河面上来摆人把缆绳绕了三圈等最后一个赶集船老说慢不要紧水急才山路弯夜里灯火图书馆抄写地方志那年春天雨下得很久墙外麦子黄";
const english =
  "the river keeps its own time and those who cross learn to wait a ferry is slow bridge never late we counted lamps along far bank until fog took them one by again".split(
    " ",
  );

/** An article of paragraphs in one of two languages or both; some sentences and whole paragraphs come again. */
export const article = fc
  .record({
    seed: fc.nat(),
    paragraphs: fc.integer({ min: 3, max: 40 }),
    language: fc.constantFrom("zh", "en", "both"),
  })
  .map(({ seed, paragraphs, language }) => {
    const random = randomOf(seed);
    const pick = <T>(all: ArrayLike<T>) => all[Math.floor(random() * all.length)] as T;
    const sentences: string[] = [];
    const sentence = () => {
      if (sentences.length > 5 && random() < 0.15) return pick(sentences); // a refrain
      const inChinese = language === "zh" || (language === "both" && random() < 0.6);
      const length = 4 + Math.floor(random() * 24);
      const words = Array.from({ length }, () => (inChinese ? pick([...chinese]) : pick(english)));
      const said = inChinese ? `${words.join("")}${pick("，。；？")}` : `${words.join(" ")}${pick(".,;?")} `;
      sentences.push(said);
      return said;
    };
    const texts: string[] = [];
    for (let at = 0; at < paragraphs; at++) {
      if (texts.length > 3 && random() < 0.05) texts.push(pick(texts));
      else texts.push(Array.from({ length: 1 + Math.floor(random() * 6) }, sentence).join(""));
    }
    return texts.join("\n  ");
  });

/** A text after editing: its characters, and for each the place it had before, -1 for a new one. */
export type Edited = { text: string; origins: number[] };

/** Inserts, deletes and replaces so many of a hundred characters, anywhere. */
export function edit(text: string, percent: number, seed: number): Edited {
  const random = randomOf(seed);
  const letters: string[] = [];
  const origins: number[] = [];
  const put = (letter: string, origin: number) => {
    letters.push(letter);
    origins.push(origin);
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    const other = text[Math.floor(random() * text.length)] as string;
    if (random() >= percent / 100) put(letter, at);
    else {
      const way = Math.floor(random() * 3);
      if (way === 0) put(other, -1);
      if (way === 1) {
        put(other, -1);
        put(letter, at);
      }
    }
  }
  return { text: letters.join(""), origins };
}

/** A generator of numbers from 0 to 1 (mulberry32), so that a failing article can be made again. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

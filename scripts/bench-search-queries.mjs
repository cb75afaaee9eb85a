// What is asked in `npm run bench:search`: queries of thirteen kinds taken from the articles, and articles to be found again.
import { articleAt } from "./bench-library-articles.mjs";
import { dice, pick } from "./bench-library-words.mjs";

/** Queries by kind, the same for the same number of articles; `texts` are all titles and texts, folded, by id. */
export function queriesOf(count) {
  const random = dice(5);
  const any = (test) => {
    for (;;) {
      const article = articleAt(Math.floor(random() * count));
      if (test(article)) return article;
    }
  };
  const chinese = () => any(({ lang }) => lang === "zh-Hans");
  const english = () => any(({ lang }) => lang === "en");
  const run = (length) => {
    const runs = chinese()
      .text.match(/\p{Script=Han}+/gu)
      .filter((one) => one.length >= length);
    const one = pick(random, runs);
    const from = Math.floor(random() * (one.length - length + 1));
    return one.slice(from, from + length);
  };
  const word = (least) =>
    pick(
      random,
      english()
        .text.toLowerCase()
        .match(/[a-z]+/g)
        .filter((one) => one.length >= least),
    );
  const code = () => {
    for (;;) {
      const found = articleAt(Math.floor(random() * count)).text.match(/[A-Z]+(?:\/T)? \d+(?:\.\d+)?(?:[-:]\d{4})?/);
      if (found) return found[0];
    }
  };
  const five = (make) => Array.from({ length: 6 }, make);
  return {
    "1 Chinese character": five(() => run(1)),
    "2 characters": five(() => run(2)),
    "3 characters": five(() => run(3)),
    "4 characters": five(() => run(4)),
    "a phrase of 8": five(() => run(8)),
    "2 Chinese words": five(() => {
      const { text } = chinese();
      const runs = text.match(/\p{Script=Han}{4,}/gu);
      return `${pick(random, runs).slice(0, 2)} ${pick(random, runs).slice(1, 3)}`;
    }),
    mixed: five(() => {
      const { text } = any((article) => /[a-z]{3}/.test(article.text) && /\p{Script=Han}{3}/u.test(article.text));
      return `${pick(random, text.match(/\p{Script=Han}{2}/gu))} ${pick(random, text.toLowerCase().match(/[a-z]{3,}/g))}`;
    }),
    "English beginning": five(() => word(5).slice(0, 3 + Math.floor(random() * 2))),
    "frequent English": ["the", "and", "that", "with", "people", "time"].filter(Boolean),
    "several English words": five(() => {
      const words = english()
        .text.toLowerCase()
        .match(/[a-z]{4,}/g);
      return [pick(random, words), pick(random, words), pick(random, words)].join(" ");
    }),
    typo: five(() => {
      const good = word(7);
      const at = 1 + Math.floor(random() * (good.length - 3));
      return good.slice(0, at) + good[at + 1] + good[at] + good.slice(at + 2);
    }),
    "standard number": five(() => (random() < 0.5 ? code() : code().replace(/[ /]/g, "").toLowerCase())),
    "no hit": ["鼌鼍鼋鼢", "qqzzxxvv", "龘靐 nothing", "zzzz9999", "䶮䶮䶮", "xylophonist zq"],
  };
}

/** Articles to be found again, and what one would type: the whole title, a part of it, rare words of it, a piece of its text. */
export function knownItems(count, many) {
  const random = dice(6);
  const items = [];
  for (let at = 0; at < many; at++) {
    const article = articleAt(Math.floor(random() * count));
    const isEnglish = article.lang === "en";
    const words = isEnglish ? article.title.split(" ") : [...article.title];
    const half = Math.ceil(words.length / 2);
    const from = Math.floor(random() * (words.length - half));
    const joint = isEnglish ? " " : "";
    items.push(
      { kind: "title", id: article.id, query: article.title },
      {
        kind: "half the title",
        id: article.id,
        query: words.slice(from, from + half + (isEnglish ? 1 : 2)).join(joint),
      },
      { kind: "words of the title", id: article.id, query: wordsOf(words, random, isEnglish) },
      { kind: "a piece of text", id: article.id, query: pieceOf(article, random, isEnglish) },
    );
  }
  return items;
}

function wordsOf(words, random, isEnglish) {
  if (isEnglish)
    return [...words]
      .sort((a, b) => b.length - a.length)
      .slice(0, 3)
      .join(" ");
  const from = Math.floor(random() * Math.max(words.length - 6, 1));
  return `${words.slice(from, from + 3).join("")} ${words.slice(from + 3, from + 6).join("")}`;
}

function pieceOf({ text }, random, isEnglish) {
  if (isEnglish) {
    const words = text
      .toLowerCase()
      .replace(/[^a-z ]/g, " ")
      .split(/\s+/);
    const from = Math.floor(random() * Math.max(words.length - 6, 1));
    return words.slice(from, from + 6).join(" ");
  }
  const run = pick(random, text.match(/\p{Script=Han}{8,}/gu) ?? [text]);
  return run.slice(0, 10);
}

/** Every beginning of a query, as it is typed. */
export function beginningsOf(query) {
  return Array.from({ length: query.length }, (_, at) => query.slice(0, at + 1)).filter(
    (typed) => typed.trim() === typed,
  );
}

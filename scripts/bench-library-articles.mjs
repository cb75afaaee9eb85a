// Made-up articles for measuring large libraries: the n-th is always the same, in Node and in a browser. Chinese and English
// mixed, words by Zipf's law with topics and names of their own, lengths from notes to long reads, 5.6 kB in the mean.
import {
  bell,
  capital,
  dice,
  draw,
  englishWord,
  hanName,
  hanWord,
  makeWords,
  pick,
  zipf,
} from "./bench-library-words.mjs";

/** Seconds between two articles kept, and when the first one was (milliseconds since 1970): ten a day for six years. */
const rhythm = 8640;
const beginning = Date.UTC(2020, 0, 1);

const topics = 160;
const followers = 10;
const following = new Map();
const particles =
  "的 了 在 是 和 也 就 都 而 与 为 对 从 到 把 被 这 那 有 不 还 又 但 因为 所以 如果 他们 我们 这个 一个 没有 已经 可以 自己 什么".split(
    " ",
  );
const little =
  "the of and to in a is that for it as was with be by on not he this are or his from at which but have an they you were her she there been one all we their has would when who will no more if out so said what up its about than into them can only other new some could time these two may then do first any my now such like our over even most made after also did many before must through".split(
    " ",
  );
const standards = ["GB/T", "GB/T", "GB/T", "GB", "ISO", "GB", "IEC", "HJ", "JB/T", "T/CAS"];
const toTraditional = Object.fromEntries(
  [
    ..."这个国们会为时来说对发现无机长关问业从样动将两体战产话报给门声员论处义认条气题变总电数结务场计资区队书则听达难权记术领传师观让识带导争运",
  ].map((character, at) => [
    character,
    [
      ..."這個國們會為時來說對發現無機長關問業從樣動將兩體戰產話報給門聲員論處義認條氣題變總電數結務場計資區隊書則聽達難權記術領傳師觀讓識帶導爭運",
    ][at],
  ]),
);

const hanWords = makeWords(26_000, 11, hanWord);
const englishWords = makeWords(22_000, 12, englishWord);
const hanLaw = zipf(hanWords.length);
const englishLaw = zipf(englishWords.length);
const topicLaw = zipf(420);
const sources = makeWords(
  300,
  13,
  (random) => `${hanWord(random)}${pick(random, ["日报", "周刊", "在线", "观察", "月刊"])}`,
);
const sites = makeWords(300, 14, (random) => `${englishWord(random)}.example`);
const people = makeWords(
  900,
  15,
  (random) => pick(random, [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"]) + hanName(random),
);
const tags = makeWords(120, 16, hanWord);

/** The article of a number: always the same one. */
export function articleAt(number) {
  const random = dice(number * 7919 + 1);
  const kind = random() < 0.58 ? "zh" : random() < 0.85 ? "en" : "mixed";
  const voice = voiceOf(kind, Math.floor(random() * topics), random);
  const wanted = Math.round(
    Math.min(Math.max(Math.exp(7.33 + 0.85 * bell(random)), 120), 40_000) * (kind === "zh" ? 0.8 : 2.2),
  );
  const code = random() < 0.18 ? standardOf(random) : undefined;
  const series = random() < 0.06 ? `（${1 + Math.floor(random() * 40)}）` : "";
  const paragraphs = [];
  for (let length = 0; length < wanted; ) {
    const paragraph = voice.paragraph(random, code);
    paragraphs.push(paragraph);
    length += paragraph.length;
  }
  const traditional = kind === "zh" && random() < 0.04;
  const write = (words) => (traditional ? words.replace(/./gu, (one) => toTraditional[one] ?? one) : words);
  const title = write(code && random() < 0.5 ? `${code} ${voice.title(random)}` : voice.title(random) + series);
  const text = write(paragraphs.join("\n"));
  const day = Math.floor(random() * 365 * 12);
  return {
    id: `bench-${String(number).padStart(6, "0")}`,
    url: `https://${pick(random, sites)}/${number}.html`,
    title,
    ...(random() < 0.6 && { byline: pick(random, people) }),
    ...(random() < 0.8 && { source: pick(random, sources) }),
    published: new Date(Date.UTC(2012, 0, 1) + day * 86_400_000).toISOString().slice(0, 10),
    lang: kind === "en" ? "en" : traditional ? "zh-Hant" : "zh-Hans",
    tags: random() < 0.45 ? [...new Set([pick(random, tags), pick(random, tags)])] : [],
    savedAt: beginning + number * rhythm * 1000,
    favourite: random() < 0.08,
    archived: random() < 0.3,
    /** How much of it has been read, 0 to 1. */
    progress: random() < 0.5 ? 0 : random() < 0.6 ? 1 : Math.round(random() * 100) / 100,
    text,
    html: text
      .split("\n")
      .map((words) => `<p>${words}</p>`)
      .join("\n"),
  };
}

/** How an article of a kind and topic speaks: its words, its names, its sentences. */
function voiceOf(kind, topic, random) {
  const names = Array.from({ length: 3 }, () => pick(random, people).slice(0, 1) + hanName(random));
  const englishNames = Array.from({ length: 3 }, () => capital(englishWord(random)));
  let last = 0;
  const chinese = (any) => {
    const chance = any();
    if (chance < 0.2) return pick(any, particles);
    if (chance < 0.22) return pick(any, names);
    if (chance < 0.7) last = followerOf(last, Math.floor(any() * any() * any() * followers));
    else if (chance < 0.9) last = (topic * 977 + draw(topicLaw, any) * 61) % hanWords.length;
    else last = draw(hanLaw, any);
    return hanWords[last];
  };
  const english = (any) => {
    const chance = any();
    if (chance < 0.42) return little[Math.floor(any() * any() * little.length)];
    if (chance < 0.44) return pick(any, englishNames);
    if (chance < 0.68) return englishWords[(topic * 977 + draw(topicLaw, any) * 53) % englishWords.length];
    return englishWords[draw(englishLaw, any)];
  };
  const isEnglish = kind === "en";
  const sentence = (any, code) => {
    const words = Array.from({ length: 5 + Math.floor(any() * 18) }, () => (isEnglish ? english : chinese)(any));
    if (kind === "mixed" && any() < 0.5) words[1] = ` ${english(any)} `;
    if (any() < 0.1) words.push(isEnglish ? String(Math.floor(any() * 3000)) : `${Math.floor(any() * 3000)}年`);
    if (code && any() < 0.12) words.splice(2, 0, isEnglish ? code : any() < 0.5 ? code : code.replace(" ", ""));
    if (isEnglish) return `${capital(words.join(" "))}. `;
    const comma = Math.floor(words.length / 2);
    return `${words.slice(0, comma).join("")}${comma > 3 ? "，" : ""}${words.slice(comma).join("")}。`;
  };
  const salient = (any) =>
    isEnglish
      ? englishWords[(topic * 977 + draw(topicLaw, any) * 53) % englishWords.length]
      : hanWords[(topic * 977 + draw(topicLaw, any) * 61) % hanWords.length];
  return {
    paragraph: (any, code) =>
      Array.from({ length: 2 + Math.floor(any() * 5) }, () => sentence(any, code))
        .join("")
        .trim(),
    title: (any) => {
      const words = Array.from(
        { length: isEnglish ? 4 + Math.floor(any() * 5) : 3 + Math.floor(any() * 4) },
        (_, at) => (at % 3 === 1 ? (isEnglish ? english : chinese)(any) : salient(any)),
      );
      if (any() < 0.3) words.push(isEnglish ? pick(any, englishNames) : pick(any, names));
      return isEnglish ? capital(words.join(" ")) : words.join("");
    },
  };
}

/** One of the few words that often stand after a word: without them neighbours would be far more varied than in real text. */
function followerOf(word, choice) {
  const key = word * followers + choice;
  if (!following.has(key)) following.set(key, draw(hanLaw, dice(key + 99)));
  return following.get(key);
}

function standardOf(random) {
  const issuer = pick(random, standards);
  const number =
    random() < 0.3
      ? `${1 + Math.floor(random() * 9000)}.${1 + Math.floor(random() * 20)}`
      : 1 + Math.floor(random() * 42_000);
  const year =
    random() < 0.75 ? `${issuer === "ISO" || issuer === "IEC" ? ":" : "-"}${1990 + Math.floor(random() * 35)}` : "";
  return `${issuer} ${number}${year}`;
}

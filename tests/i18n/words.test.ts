// What an editor would mark in the margin of the words, in every language.
import { describe, expect, test } from "vitest";
import { messages as english } from "#i18n/en.ts";
import { languages } from "#i18n/messages.ts";
import { messages as simplified } from "#i18n/zh-cn.ts";
import { messages as traditional } from "#i18n/zh-hant.ts";

const words = { en: english, "zh-CN": simplified, "zh-Hant": traditional };
const chinese = Object.entries(words).filter(([language]) => language.startsWith("zh"));

test("every language offered has its words here", () => {
  expect(Object.keys(words).sort()).toEqual(Object.keys(languages).sort());
});

describe.each(Object.entries(words))("the words of %s", (_, messages) => {
  const all = sentences(messages, "t");

  test("say something, and raise no voice", () => {
    expect(all.filter(([, text]) => !text.trim()).map(([key]) => key)).toEqual(mayBeEmpty);
    expect(all.filter(([, text]) => /[!！]|\.\.\.|…(?!…)(?<!……)| {2}|^\s/.test(text))).toEqual([]);
  });

  test("are curly in their quotes", () => {
    expect(all.filter(([key, text]) => /["']/.test(text) && !key.includes("keys"))).toEqual([]);
  });
});

describe.each(chinese)("the words of %s", (_, messages) => {
  const all = sentences(messages, "t");

  test("stand a space apart from Latin letters and figures", () => {
    const crowded = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u;
    const found = all.filter(([key, text]) => crowded.test(text) && !takesChinese.test(key));
    expect(found).toEqual([]);
  });

  test("have Chinese punctuation, and no space beside it", () => {
    const half = /\p{Script=Han}[,;?()]|[,;?()]\p{Script=Han}|\p{Script=Han}\.(?!\w)/u;
    expect(all.filter(([, text]) => half.test(text))).toEqual([]);
    const spaced = / [，。；：？、（）《》]|[，。；：？、（）《》] (?!\/|⌘)/u;
    expect(all.filter(([, text]) => spaced.test(text))).toEqual([]);
  });
});

test("each Chinese has its own characters and quotes", () => {
  expect(sentences(simplified, "t").filter(([, text]) => /[「」『』網頁選讀開關]/.test(text))).toEqual([]);
  const mainland = /[“”‘’网页选读开关这们]|屏幕|視頻|軟件|鼠標|默認|文件夾|打印|窗口|菜單|保存到|搜索|字體|支持/;
  expect(sentences(traditional, "t").filter(([, text]) => mainland.test(text))).toEqual([]);
});

/** What is put into these is Chinese itself: the name of a language, the parts of a page. */
const takesChinese = /^t\.(?:aids\.voice\.none|rules\.found)\(/;

/** Devices whose steps need no remark have none. */
const mayBeEmpty = ["t.bookmarklet.devices.0.note"];

/** Every sentence there is; one with values in it is said with a figure, singular and plural. */
function sentences(thing: unknown, key: string): [key: string, text: string][] {
  if (typeof thing === "string") return [[key, thing]];
  if (typeof thing === "function")
    return [1, 2].flatMap((value) => sentences(thing(value, 3, 4, 5), `${key}(${value})`));
  return Object.entries(thing as object).flatMap(([name, value]) => sentences(value, `${key}.${name}`));
}

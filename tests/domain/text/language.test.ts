import { expect, test } from "vitest";
import { languageOf } from "#domain/text/language.ts";

test.each([
  ["这是一个简体中文的句子，说的是书和门。", undefined, "zh-Hans"],
  ["這是一個繁體中文的句子，說的是書和門。", undefined, "zh-Hant"],
  ["這是一個繁體中文的句子，說的是書和門。", "zh-CN", "zh-Hant"],
  ["山水田土木石日月", "zh-TW", "zh-Hant"],
  ["山水田土木石日月", "en", "zh-Hans"],
  ["山水田土木石日月", undefined, "zh-Hans"],
  ["使用 TypeScript 开发时，我们把 IndexedDB 包了一层，这样测试就简单了。", "en", "zh-Hans"],
  ["これは日本語の文章です。漢字も入っています。", "zh-CN", "ja"],
  ["이것은 한국어 문장입니다.", undefined, "ko"],
  ["The cat sat on the mat and it was not at all pleased with the dog.", undefined, "en"],
  ["The cat sat on the mat and it was not at all pleased with the dog.", "en-GB", "en-GB"],
  ["The cat sat on the mat and it was not at all pleased with the dog.", "zh-CN", "en"],
  ["Le chat est sur la table et il regarde la pluie.", "fr", "fr"],
  ["Le chat est sur la table et il regarde la pluie.", undefined, "und"],
  ["Le chat est sur la table.", "not a language!", "und"],
  ["12345", undefined, "und"],
])("%s, declared %s, is %s", (text, declared, language) => {
  expect(languageOf(text, declared)).toBe(language);
});

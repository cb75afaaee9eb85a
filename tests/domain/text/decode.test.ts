import fc from "fast-check";
import { expect, test } from "vitest";
import { LiuyeError } from "#domain/errors.ts";
import { decodeBytes } from "#domain/text/decode.ts";
import { encodeAs } from "../../fixtures/encode.ts";

const simplified = "山里的雾散得慢，太阳出来以后，我们才看见对面的村子。那里的人说，今年的收成比去年好。";
const traditional = "山裡的霧散得慢，太陽出來以後，我們才看見對面的村子。那裡的人說，今年的收成比去年好。";
const utf8 = (text: string) => new TextEncoder().encode(text);
const page = (label: string, text: string) =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${label}"></head><body>${text}</body></html>`;
const join = (...parts: ArrayLike<number>[]) => new Uint8Array(parts.flatMap((part) => Array.from(part)));
const utf16 = (text: string) => new Uint8Array(new Uint16Array(Array.from(text, (unit) => unit.charCodeAt(0))).buffer);

const ones = `<html><body>${"<p>一条船过了河</p>".repeat(40)}`; // U+4E00 has its zero where markup has none

const readable: [string, Uint8Array, string, string][] = [
  ["plain ASCII", utf8("plain words"), "utf-8", "plain words"],
  ["UTF-8", utf8(simplified), "utf-8", simplified],
  ["UTF-8 with a mark", join([0xef, 0xbb, 0xbf], utf8(simplified)), "utf-8", simplified],
  ["UTF-16 with a mark", join([0xff, 0xfe], utf16(simplified)), "utf-16le", simplified],
  ["UTF-16 that lost its mark", utf16(page("utf-16", "words")), "utf-16le", page("utf-16", "words")],
  ["UTF-8 labelled gb2312", utf8(page("gb2312", simplified)), "utf-8", page("gb2312", simplified)],
  ["GBK labelled gb2312", encodeAs("gb18030", page("gb2312", simplified)), "gb18030", page("gb2312", simplified)],
  ["GBK labelled utf-8", encodeAs("gb18030", page("utf-8", simplified)), "gb18030", page("utf-8", simplified)],
  ["UTF-16 that lost its mark, with 一 in it", utf16(ones), "utf-16le", ones],
  ["GBK labelled utf-16", encodeAs("gb18030", page("utf-16", simplified)), "gb18030", page("utf-16", simplified)],
  ["GBK without a label", encodeAs("gb18030", simplified), "gb18030", simplified],
  ["GBK of seldom words", encodeAs("gb18030", "铜锁，锡壶，瓷碗，柳笛"), "gb18030", "铜锁，锡壶，瓷碗，柳笛"],
  ["two characters of GBK", encodeAs("gb18030", "你好"), "gb18030", "你好"],
  ["Big5 labelled big5", encodeAs("big5", page("big5", traditional)), "big5", page("big5", traditional)],
  ["Big5 without a label", encodeAs("big5", traditional), "big5", traditional],
  [
    "Big5 labelled gb2312 in a comment",
    encodeAs("big5", `<!-- <meta charset="gb2312"> -->${traditional}`),
    "big5",
    `<!-- <meta charset="gb2312"> -->${traditional}`,
  ],
  [
    "Latin-1 without a label",
    new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x6e, 0x6f, 0x69, 0x72]),
    "windows-1252",
    "café noir",
  ],
  ["Latin-1 that ends in an accent", new Uint8Array([0x63, 0x61, 0x66, 0xe9]), "windows-1252", "café"],
  ["line ends of three kinds", utf8("a\r\nb\rc\n"), "utf-8", "a\nb\nc\n"],
];

const aboutFormats = [
  "RIFF is a container",
  "RIFFWAVE",
  "SQLite format explained",
  "GIF89 was a draft",
  "GIF8",
  "Rar! said the parrot",
];
readable.push(
  ...aboutFormats.map((text): (typeof readable)[number] => [`a text that begins ${text}`, utf8(text), "utf-8", text]),
  [
    "Shift JIS labelled so",
    join(utf8('<meta charset="shift_jis">'), [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea]),
    "shift_jis",
    '<meta charset="shift_jis">日本語',
  ],
  [
    "Cyrillic labelled so",
    join(utf8('<meta charset="windows-1251">'), [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
    "windows-1251",
    '<meta charset="windows-1251">Привет',
  ],
);

test.each(readable)("%s is read as it was written", (_, bytes, encoding, text) => {
  expect(decodeBytes(bytes)).toEqual({ text, encoding, truncated: false });
});

test("UTF-8 with a few bad bytes is read as UTF-8", () => {
  const decoded = decodeBytes(join(utf8(simplified), [0xff], utf8(simplified)));
  expect(decoded.encoding).toBe("utf-8");
  expect(decoded.text.replace("\ufffd", "")).toBe(simplified + simplified);
});

test.each([
  ["utf-8", utf8(simplified)],
  ["gb18030", encodeAs("gb18030", simplified.slice(0, -1))],
  ["big5", encodeAs("big5", traditional.slice(0, -1))],
])("a %s file cut in the middle of a character says so and shows no broken one", (encoding, bytes) => {
  const decoded = decodeBytes(bytes.subarray(0, bytes.length - 1));
  expect(decoded).toMatchObject({ encoding, truncated: true });
  expect(decoded.text).not.toContain("\ufffd");
  expect(decoded.text.length).toBeGreaterThan(30);
});

const refused: [string, Uint8Array, string][] = [
  ["nothing", new Uint8Array(), "file-empty"],
  ["a mark alone", new Uint8Array([0xef, 0xbb, 0xbf]), "file-empty"],
  ["blanks", utf8(" \r\n\u3000\t"), "file-empty"],
  ["a PNG renamed", join([0x89], utf8("PNG\r\n"), [0x1a, 0x0a, 0, 0]), "not-text"],
  ["a ZIP renamed", join(utf8("PK"), [3, 4], utf8("words and words")), "not-text"],
  ["a PDF renamed", utf8("%PDF-1.7 words"), "not-text"],
  ["a WebP renamed", join(utf8("RIFF"), [0x24, 1, 1, 1], utf8("WEBPVP8 words and words")), "not-text"],
  ["a GIF renamed", utf8("GIF89a words and words"), "not-text"],
  ["a database renamed", join(utf8("SQLite format 3"), [0], utf8("words and words")), "not-text"],
  ["words with NULs among them", utf8("words\0\0\0 and words"), "not-text"],
  ["control characters", utf8("\u0001\u0002words\u0003\u0004"), "not-text"],
];

test.each(refused)("%s is refused as %3$s", (_, bytes, code) => {
  expect(() => decodeBytes(bytes)).toThrow(expect.objectContaining({ code }));
});

test("any bytes are read or refused, never worse", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        expect(typeof decodeBytes(bytes).text).toBe("string");
      } catch (error) {
        expect(error).toBeInstanceOf(LiuyeError);
      }
    }),
    { numRuns: 500 },
  );
});

const prose = (text: string) =>
  fc.array(fc.constantFrom(...text), { minLength: 60, maxLength: 300 }).map((characters) => `文${characters.join("")}`);

test.each([
  ["gb18030", simplified],
  ["big5", traditional],
] as const)("text long enough comes back from unlabelled %s", (encoding, alphabet) => {
  fc.assert(
    fc.property(prose(alphabet), (text) => {
      expect(decodeBytes(encodeAs(encoding, text)).text).toBe(text);
    }),
  );
});

test("any text comes back from UTF-8", () => {
  fc.assert(
    fc.property(
      fc
        .string({ unit: "grapheme", minLength: 5 })
        .filter((text) => text.trim() !== "" && !/[\p{Cc}\ufeff]/u.test(text)),
      (text) => {
        expect(decodeBytes(utf8(text)).text).toBe(text);
      },
    ),
  );
});

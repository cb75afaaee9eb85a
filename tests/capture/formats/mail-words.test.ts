import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBase64 } from "#capture/base64.ts";
import { decodeWords } from "#capture/formats/encoded-words.ts";
import { decodeQuotedPrintable } from "#capture/formats/transfer-encoding.ts";
import { quotedPrintable } from "../../fixtures/formats/mail.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (words: string) => new TextEncoder().encode(words);

describe("words in a header", () => {
  test.each([
    ["plain words", "plain words"],
    ["=?UTF-8?B?5rih5Y+j?=", "渡口"],
    ["=?gb2312?Q?=B6=C9=BF=DA?= 1", "渡口 1"],
    ["=?utf-8?q?a_b=3Dc?=", "a b=c"],
    ["=?utf-8*zh?Q?=E6=B8=A1?=", "渡"],
    ["=?no-such?Q?abc?=", "abc"],
    ["[=?utf-8?Q?a?=] =?utf-8?Q?b?=", "[a] b"],
    ["=?utf-8?Q?a?=\t=?gb2312?Q?=B6=C9?=", "a渡"],
    ["=?broken", "=?broken"],
  ])("%s is %s", (header, words) => {
    expect(decodeWords(header)).toBe(words);
  });

  test("a character cut in two by the fold is whole again", () => {
    expect(decodeWords("=?utf-8?Q?=E6=B8?= =?UTF-8?Q?=A1=E5=8F=A3?=")).toBe("渡口");
  });
});

describe("transfer encodings", () => {
  test("quoted-printable gives back every byte", () => {
    const lines = fc.uint8Array({ maxLength: 300 }).map((list) => list.map((byte) => (byte === 13 ? 10 : byte)));
    fc.assert(
      fc.property(lines, (list) => {
        const back = decodeQuotedPrintable(bytes(`${quotedPrintable(list)}!`)); // a blank at the very end would be padding
        const source = String.fromCharCode(...list)
          .replace(/[ ]+(?=\n)/g, "")
          .replaceAll("\n", "\r\n");
        expect(String.fromCharCode(...back)).toBe(`${source}!`);
      }),
    );
  });

  test.each([
    ["a=\r\nb", "ab"],
    ["a= \t\nb", "ab"],
    ["a  \r\nb", "a\r\nb"],
    ["=e6=b8=a1", "渡"],
    ["1=2 =ZZ", "1=2 =ZZ"],
    ["end=E", "end"],
    ["end=", "end"],
  ])("quoted-printable %j is %j", (written, meant) => {
    expect(text(decodeQuotedPrintable(bytes(written)))).toBe(meant);
  });

  test("base64 gives back every byte, with line breaks in it and its end cut off", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (list) => {
        const written = btoa(String.fromCharCode(...list)).replace(/.{20}/g, "$&\r\n");
        expect(decodeBase64(bytes(written))).toEqual(list);
      }),
    );
    expect(text(decodeBase64(bytes("5rih5Y+")))).toMatch(/^渡/);
  });
});

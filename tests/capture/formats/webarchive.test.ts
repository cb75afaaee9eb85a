import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBinaryPlist } from "#capture/formats/binary-plist.ts";
import { pageFromWebarchive } from "#capture/formats/webarchive.ts";
import { LiuyeError } from "#domain/errors.ts";
import { safariArchive } from "../../fixtures/formats/safari-archive.ts";
import { address, pictureAddress, png, story } from "../../fixtures/formats/story.ts";
import { assemble, type Writable, writePlist } from "../../fixtures/formats/write-plist.ts";

const codeOf = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof LiuyeError ? error.code : error;
  }
};

describe("a binary property list", () => {
  test("gives back every kind of value", () => {
    const value = new Map<string, Writable>([
      ["nothing", null],
      ["yes", true],
      ["no", false],
      ["large", 4_000_000_000],
      ["negative", -5n],
      ["huge", -(2n ** 60n)],
      ["part", -0.25],
      ["when", new Date("2026-11-23T08:00:00Z")],
      ["名", "渡口 🛶"],
      ["long", "x".repeat(300)],
      ["bytes", new Uint8Array([1, 2, 3])],
      ["list", [1, [2, "three"]]],
      ["__proto__", new Map<string, Writable>([["constructor", "words"]])],
    ]);
    const expected = new Map<string, unknown>(value).set("negative", -5);
    expect(readBinaryPlist(writePlist(value))).toEqual(expected);
  });

  test("reads numbers of every width, sets, and identifiers", () => {
    expect(
      readBinaryPlist(assemble([[0xa4, 0, 1, 0, 2, 0, 3, 0, 4], [0x10, 0xff], [0x11, 1, 0], [0x80, 7], [0xc0]])),
    ).toEqual([255, 256, 7, []]);
    const wide = [0x14, ...new Array(15).fill(0xff), 0xfe];
    expect(readBinaryPlist(assemble([wide]))).toBe(-2);
    expect(readBinaryPlist(assemble([[0x22, 0x3f, 0x80, 0, 0]]))).toBe(1);
  });

  test("that refers to itself is refused, through however many steps", () => {
    expect(codeOf(() => readBinaryPlist(assemble([[0xa1, 0, 0]])))).toBe("archive-damaged");
    expect(
      codeOf(() =>
        readBinaryPlist(
          assemble([
            [0xa1, 0, 1],
            [0xa1, 0, 2],
            [0xa1, 0, 0],
          ]),
        ),
      ),
    ).toBe("archive-damaged");
    const deep = Array.from({ length: 100 }, (_, at) => [0xa1, 0, at + 1]);
    expect(codeOf(() => readBinaryPlist(assemble([...deep, [0x09]])))).toBe("archive-damaged");
  });

  test("that doubles itself at every step costs nothing", () => {
    const doubling = Array.from({ length: 60 }, (_, at) => [0xa2, 0, at + 1, 0, at + 1]);
    const started = performance.now();
    expect(codeOf(() => readBinaryPlist(assemble([...doubling, [0x09]])))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test("whose objects lie over one another is refused before it fills the memory", () => {
    const long = [0xaf, 0x11, 1000 >> 8, 1000 & 0xff, ...Array.from({ length: 1000 }, () => [0, 101]).flat()];
    const top = [0xaf, 0x10, 100, ...Array.from({ length: 100 }, (_, at) => [0, at + 1]).flat()];
    const plist = assemble([top, long, ...new Array(100).fill([0x09])]);
    expect(codeOf(() => readBinaryPlist(plist))).toBeUndefined();
    const view = new DataView(plist.buffer);
    const table = plist.length - 32 - 102 * 4;
    for (let object = 2; object <= 100; object++) view.setUint32(table + object * 4, view.getUint32(table + 4));
    expect(codeOf(() => readBinaryPlist(plist))).toBe("archive-damaged");
  });

  test("with counts and offsets beyond the file is refused", () => {
    expect(codeOf(() => readBinaryPlist(assemble([[0xaf, 0x13, 0x7f, ...new Array(7).fill(0xff)]])))).toBe(
      "archive-damaged",
    );
    expect(codeOf(() => readBinaryPlist(assemble([[0x4f, 0x12, 0x7f, 0xff, 0xff, 0xff]])))).toBe("archive-damaged");
    expect(codeOf(() => readBinaryPlist(assemble([[0xa1, 0xff, 0xff]])))).toBe("archive-damaged");
    expect(codeOf(() => readBinaryPlist(new TextEncoder().encode("bplist00")))).toBe("archive-damaged");
    expect(codeOf(() => readBinaryPlist(new TextEncoder().encode("<plist>")))).toBe("format-unknown");
  });
});

describe("a Safari archive", () => {
  test("gives its page, address and picture", () => {
    expect(pageFromWebarchive(safariArchive())).toEqual({
      kind: "html",
      via: "webarchive",
      content: story("files/boat.png"),
      url: address,
      pictures: new Map([[pictureAddress, { type: "image/png", bytes: png }]]),
      truncated: false,
    });
  });

  test("in GBK is read by the encoding it was received in", () => {
    expect(pageFromWebarchive(safariArchive("GBK")).content).toContain("摆渡人把缆绳绕了三圈");
  });

  test("of a page from a disk names its picture itself", () => {
    const page = pageFromWebarchive(safariArchive("UTF-8", "file:///Users/a/ferry.html"));
    expect(page.url).toBeUndefined();
    expect(page.content).toBe(story("cid:picture-1"));
    expect(page.pictures?.get("cid:picture-1")?.bytes).toEqual(png);
  });

  test("cut, damaged or made of noise gives a page or a code, and nothing else", () => {
    const archive = safariArchive();
    for (let length = 0; length < archive.length; length += 500)
      expect(codeOf(() => pageFromWebarchive(archive.subarray(0, length)))).toMatch(
        /^(?:archive-damaged|format-unknown)$/,
      );
    const damage = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { maxLength: 20 });
    const isOurs = (bytes: Uint8Array) =>
      ["string", "undefined"].includes(typeof codeOf(() => pageFromWebarchive(bytes)));
    fc.assert(
      fc.property(damage, fc.nat(60), fc.nat(255), (changes, fromEnd, byte) => {
        const bytes = archive.slice();
        for (const [at, value] of changes) bytes[at] = value;
        bytes[bytes.length - 1 - fromEnd] = byte;
        return isOurs(bytes);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 200 }), (noise) =>
        isOurs(new Uint8Array([...new TextEncoder().encode("bplist00"), ...noise])),
      ),
    );
  });
});

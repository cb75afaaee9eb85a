import fc from "fast-check";
import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { unzip, unzipEach, zipLimits } from "#capture/formats/unzip.ts";
import { LiuyeError } from "#domain/errors.ts";
import { encodeAs } from "../../fixtures/encode.ts";
import { png } from "../../fixtures/formats/story.ts";

const zip = (files: Zippable) => zipSync(files, { mtime: "2026-01-01" });

/** The code an archive is refused with; undefined when it opens, and the error itself when it is none of ours. */
async function refusal(bytes: Uint8Array, limits = zipLimits): Promise<unknown> {
  try {
    await unzip(bytes, limits);
    return undefined;
  } catch (error) {
    return error instanceof LiuyeError ? error.code : error;
  }
}

/** A copy with the name in both headers changed to one of the same length. */
function renamed(bytes: Uint8Array, from: string, to: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const name = strToU8(from);
  for (let at = 0; at < copy.length; at++) if (name.every((byte, next) => copy[at + next] === byte)) copy.set(to, at);
  return copy;
}

/** Where the directory's first entry begins. */
function directoryOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 6, true);
}

function changed(bytes: Uint8Array, at: number, ...values: number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
}

describe("an archive", () => {
  test("gives its files to the byte, packed or not, and no folders", async () => {
    const words = strToU8("渡口的风。".repeat(5000));
    const files = await unzip(
      zip({
        "a/b.txt": words,
        "a/": [new Uint8Array(), { level: 0 }],
        "船.png": [png, { level: 0 }],
        empty: strToU8(""),
      }),
    );
    expect(files).toEqual(
      new Map([
        ["a/b.txt", words],
        ["船.png", png],
        ["empty", new Uint8Array()],
      ]),
    );
  });

  test("is inflated whole however its pieces fall", async () => {
    const noise = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 2654435761) >>> 24);
    const words = strToU8(Array.from({ length: 60_000 }, (_, at) => `${(at * 7919) % 10_007} `).join(""));
    expect(await unzip(zip({ noise, words }))).toEqual(
      new Map([
        ["noise", noise],
        ["words", words],
      ]),
    );
  });

  test("from Chinese Windows has its names read as GBK, and one without a flag as UTF-8 where that fits", async () => {
    const gbk = renamed(zip({ "12345678.txt": png }), "12345678", encodeAs("gb18030", "河湾三记"));
    expect([...(await unzip(gbk)).keys()]).toEqual(["河湾三记.txt"]);
    const utf8 = renamed(zip({ "123456.txt": png }), "123456", strToU8("河湾"));
    expect([...(await unzip(utf8)).keys()]).toEqual(["河湾.txt"]);
  });

  test("with something before it and a comment after it opens all the same", async () => {
    const inner = zip({ "a.png": png });
    const commented = new Uint8Array([...changed(inner, inner.length - 2, 5, 0), ...strToU8("words")]);
    expect(await unzip(new Uint8Array([...strToU8("MZ program"), ...commented]))).toEqual(new Map([["a.png", png]]));
  });

  test.each(["../aaa.txt", "a/../b.txt", "/etc/a.txt", "C:/aaa.txt", "aa\\bbb.txt", "aaa\0bbb.txt", "bbbbb/././.."])(
    "with a name that leads out is not taken out: %j",
    async (name) => {
      const plain = "x".repeat(name.length);
      expect(await refusal(renamed(zip({ [plain]: png }), plain, strToU8(name)))).toBe("archive-outside");
    },
  );

  test("with a name twice or too long is hostile", async () => {
    expect(await refusal(renamed(zip({ "name-1": png, "name-2": png }), "name-2", strToU8("name-1")))).toBe(
      "archive-hostile",
    );
    expect(await refusal(zip({ ["n".repeat(513)]: png }))).toBe("archive-hostile");
    expect(await refusal(zip({ ["n".repeat(512)]: png }))).toBeUndefined();
  });

  test("of 20,001 files is too many, and one with as many as allowed is not", async () => {
    const files = Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`${at}`, new Uint8Array()]));
    expect(await refusal(zipSync(files, { level: 0 }))).toBe("archive-too-many");
    const three = zip({ a: png, "b/": new Uint8Array(), c: png });
    expect(await refusal(three, { ...zipLimits, entries: 3 })).toBeUndefined();
    expect(await refusal(three, { ...zipLimits, entries: 2 })).toBe("archive-too-many");
  }, 30_000);

  test("that is a bomb is stopped while it grows", async () => {
    const bomb = zip({ bomb: new Uint8Array(60 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb)).toBe("archive-too-large");
    const generous = { ...zipLimits, ratio: 100_000 };
    expect(await refusal(bomb, generous)).toBe("archive-too-large");
    expect(await refusal(bomb, { ...generous, entry: 64 * 1024 * 1024 })).toBeUndefined();
  }, 30_000);

  test("whose files are large only together is stopped by their sum", async () => {
    const page = new Uint8Array(1000).fill(7);
    const files = zip({ a: page, b: [page, { level: 0 }], c: page });
    expect(await refusal(files, { ...zipLimits, total: 2999 })).toBe("archive-too-large");
    expect(await refusal(files, { ...zipLimits, total: 3000 })).toBeUndefined();
  });

  test("that says its bomb is ten bytes long is not believed", async () => {
    const bomb = zip({ bomb: new Uint8Array(4 * 1024 * 1024) });
    expect(await refusal(changed(bomb, directoryOf(bomb) + 24, 10, 0, 0, 0))).toBe("archive-too-large");
    const words = zip({ words: strToU8("渡口".repeat(50)) });
    expect(await refusal(changed(words, directoryOf(words) + 24, 10, 0, 0, 0))).toBe("archive-damaged");
  });

  test("whose files share their bytes is hostile", async () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, at) => (at * 2654435761) >>> 24);
    const files = zip({ a: [noise, { level: 0 }], b: [noise, { level: 0 }], c: [noise, { level: 0 }] });
    const start = directoryOf(files);
    const twoFiles = files.slice(0, 31 + noise.length);
    const directory = files.slice(start);
    const view = new DataView(directory.buffer);
    for (const at of [0, 47, 94]) view.setUint32(at + 42, 0, true);
    view.setUint32(directory.length - 6, twoFiles.length, true);
    expect(await refusal(new Uint8Array([...twoFiles, ...directory]))).toBe("archive-hostile");
  });

  test("that is encrypted is locked, and one packed in a way we do not know is unknown", async () => {
    const files = zip({ a: png });
    expect(await refusal(changed(files, directoryOf(files) + 8, 1, 0))).toBe("archive-locked");
    expect(await refusal(changed(files, directoryOf(files) + 10, 12, 0))).toBe("format-unknown");
  });

  test("gives the sound files beside a bad one, and says of each bad one what is wrong with it", async () => {
    const files = zip({
      "aaa.txt": strToU8("一"),
      "bbbbbb.txt": strToU8("二"),
      "ccc.txt": [strToU8("三三三"), { level: 0 }],
    });
    const escaping = renamed(files, "bbbbbb.txt", strToU8("../bbb.txt"));
    const broken = changed(escaping, escaping.length - 22 - 7 - 46 + 24, 5); // its size is no longer what it was
    expect(await unzipEach(broken)).toEqual({
      files: new Map([["aaa.txt", strToU8("一")]]),
      failures: new Map([
        ["../bbb.txt", "archive-outside"],
        ["ccc.txt", "archive-damaged"],
      ]),
    });
  });

  test("inside an archive is a file like others", async () => {
    const inner = zip({ "../a": png });
    expect((await unzip(zip({ "inner.zip": inner }))).get("inner.zip")).toEqual(inner);
  });

  test("cut or damaged anywhere gives files or a code, and nothing else", async () => {
    const files = zip({ "a.txt": strToU8("渡口的风从河面上来。".repeat(200)), "b.png": [png, { level: 0 }] });
    for (let length = 0; length < files.length; length += 7)
      expect(await refusal(files.subarray(0, length))).toBe("archive-damaged");
    const isOurs = async (bytes: Uint8Array) => ["string", "undefined"].includes(typeof (await refusal(bytes)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(files.length - 1), fc.nat(255)), { maxLength: 20 }), (changes) =>
        isOurs(changes.reduce<Uint8Array>((bytes, [at, value]) => changed(bytes, at, value), files)),
      ),
      { numRuns: 400 },
    );
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), isOurs));
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageFromMhtml } from "#capture/formats/mhtml.ts";
import { LiuyeError } from "#domain/errors.ts";
import { chromeArchive, mail, wordArchive } from "../../fixtures/formats/mail.ts";
import { address, pictureAddress, png, pngInBase64, story } from "../../fixtures/formats/story.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const failure = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof LiuyeError ? error.code : error;
  }
};

describe("a web archive", () => {
  test("of Chrome gives its page, address, title and picture", () => {
    expect(pageFromMhtml(chromeArchive())).toEqual({
      kind: "html",
      via: "mhtml",
      content: story("files/boat.png"),
      url: address,
      name: "渡口的风",
      pictures: new Map([[pictureAddress, { type: "image/png", bytes: png }]]),
      truncated: false,
    });
  });

  test("of Internet Explorer in GB 2312 is read by its part's label, even where the page lies about itself", () => {
    for (const charset of ["gb2312", "utf-8", "big5"]) {
      const page = pageFromMhtml(wordArchive(charset));
      expect(page.content).toBe(story("cid:picture-1", charset));
      expect(page.name).toBe("渡口的风");
      expect(page.url).toBeUndefined();
      expect(page.pictures).toEqual(new Map([["cid:picture-1", { type: "image/png", bytes: png }]]));
    }
  });

  test("shows the page `start` names, out of the alternatives around it", () => {
    const page = pageFromMhtml(
      mail(
        'Content-Type: multipart/related; boundary="outer"; start="<main@x>"',
        "",
        "--outer",
        "Content-Type: text/html",
        "",
        "<p>页眉</p>",
        "--outer",
        'Content-Type: multipart/alternative; boundary="outer2"',
        "Content-ID: <main@x>",
        "",
        "--outer2",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "正文",
        "--outer2",
        "Content-Type: text/html; charset=utf-8",
        "Content-Location: https://example.com/a",
        "",
        "<p>正文</p>",
        "--outer2--",
        "",
        "--outer",
        "Content-Type: image/png",
        "Content-ID: <image001.png@01D5>",
        "Content-Transfer-Encoding: BASE64",
        "",
        pngInBase64,
        "--outer--",
      ),
    );
    expect(page).toMatchObject({ content: "<p>正文</p>", url: "https://example.com/a", truncated: false });
    expect(page.pictures?.get("cid:image001.png@01D5")?.bytes).toEqual(png);
  });

  test("keeps binary parts to the byte, with bare line feeds as well as pairs", () => {
    const head = utf8(
      "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>图</p>\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: binary\nContent-Location: https://example.com/a.png\n\n",
    );
    const page = pageFromMhtml(new Uint8Array([...head, ...png, 0x0a, 0x0a, ...utf8("\n--b--\n")]));
    expect(page.content).toBe("<p>图</p>");
    expect(page.pictures?.get("https://example.com/a.png")?.bytes).toEqual(new Uint8Array([...png, 0x0a, 0x0a]));
  });

  test("hands out pictures that do not hold the whole file in memory", () => {
    const bytes = [...(pageFromMhtml(chromeArchive()).pictures?.values() ?? [])][0]?.bytes;
    expect(bytes?.buffer.byteLength).toBe(png.length);
  });

  test("with a folded Location finds the picture all the same", () => {
    const text = new TextDecoder().decode(chromeArchive());
    const page = pageFromMhtml(utf8(text.replace("stories/files/boat.png", "stories/\r\n files/boat.png")));
    expect([...(page.pictures?.keys() ?? [])]).toEqual([pictureAddress]);
  });

  test("cut at any place gives what there is or a code, and never half a boundary", () => {
    for (const archive of [chromeArchive(), wordArchive()]) {
      const whole = pageFromMhtml(archive);
      const beforePicture = whole.content.indexOf("<img");
      let read = 0;
      for (let length = 0; length < archive.length - 4; length += 1) {
        const page = failure(() => {
          const found = pageFromMhtml(archive.subarray(0, length));
          read++;
          expect(found.truncated).toBe(true);
          expect(found.content).not.toMatch(/--(?:--)?(?:Multi|=_|$)/);
          // Of a handful of characters nobody can tell the encoding.
          if (found.content.length > beforePicture)
            expect(found.content.slice(0, beforePicture)).toBe(whole.content.slice(0, beforePicture));
        });
        if (typeof page === "object") throw page;
        expect([undefined, "archive-damaged", "format-unknown", "file-empty"]).toContain(page);
      }
      expect(read).toBeGreaterThan(archive.length / 2);
    }
  });

  test("nested without end is refused", () => {
    const deep = Array.from({ length: 30 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`);
    expect(failure(() => pageFromMhtml(utf8(deep.join(""))))).toBe("archive-hostile");
    const wide = `Content-Type: multipart/mixed; boundary=b\n\n${"--b\n\n".repeat(20_001)}--b--`;
    expect(failure(() => pageFromMhtml(utf8(wide)))).toBe("archive-hostile");
  });

  test("without a page in it says so", () => {
    const only = mail(
      "Content-Type: multipart/related; boundary=b",
      "",
      "--b",
      "Content-Type: image/png",
      "",
      "x",
      "--b--",
    );
    expect(failure(() => pageFromMhtml(only))).toBe("nothing-to-read");
    expect(failure(() => pageFromMhtml(utf8("一段话\n\n另一段")))).toBe("format-unknown");
  });

  test("of random or damaged bytes gives a page or a code, and nothing else", () => {
    const isOurs = (bytes: Uint8Array) => {
      const found = failure(() => pageFromMhtml(bytes));
      return found === undefined || typeof found === "string";
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), isOurs));
    const archive = chromeArchive();
    const damage = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { maxLength: 40 });
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = archive.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        return isOurs(bytes);
      }),
    );
  });
});

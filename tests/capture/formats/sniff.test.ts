import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { sniffFormat } from "#capture/formats/sniff.ts";
import { encodeAs } from "../../fixtures/encode.ts";
import { bookThree, entriesOf } from "../../fixtures/formats/books.ts";
import { chromeArchive, wordArchive } from "../../fixtures/formats/mail.ts";
import { safariArchive } from "../../fixtures/formats/safari-archive.ts";
import { png, story } from "../../fixtures/formats/story.ts";

const page = strToU8(story("a.png"));
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
const book = zipSync(Object.fromEntries(entriesOf(bookThree)), { level: 6 });
const { mimetype = new Uint8Array(), ...others } = Object.fromEntries(entriesOf(bookThree));
const properBook = zipSync({ mimetype: [mimetype, { level: 0 }], ...others });

test.each([
  ["an EPUB named .zip", "a.zip", properBook, "epub"],
  ["an EPUB zipped by hand", "a.bin", book, "epub"],
  ["a ZIP named .epub", "a.epub", zipSync({ "a.html": page }), "zip"],
  ["an empty ZIP", "a.zip", zipSync({}), "zip"],
  ["MHTML of Chrome named .html", "a.html", chromeArchive(), "mhtml"],
  ["MHTML of IE named .txt", "a.txt", wordArchive(), "mhtml"],
  ["a webarchive without a name", "", safariArchive(), "webarchive"],
  [
    "a webarchive in XML",
    "a.txt",
    strToU8('<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "x">\n<plist>'),
    "webarchive",
  ],
  ["HTML named .txt", "a.txt", page, "html"],
  ["HTML named .mhtml", "a.mhtml", page, "html"],
  ["HTML saved by SingleFile", "a", strToU8("<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n-->"), "html"],
  [
    "HTML under a comment, with a mark",
    "a.md",
    strToU8("\uFEFF<!-- saved from url=(0014)about:internet -->\n<html>"),
    "html",
  ],
  ["XHTML", "a", strToU8('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">'), "html"],
  ["HTML in UTF-16 without a mark", "a.txt", utf16(story("a.png")), "html"],
  [
    "HTML in UTF-16 without a mark, with 一 in it",
    "a.txt",
    utf16(`<html><body>${"<p>一条船过了河</p>".repeat(40)}`),
    "html",
  ],
  ["a piece of HTML, by its name", "a.HTM", strToU8("<p>词"), "html"],
  ["text in UTF-16", "a.txt", utf16("\uFEFF渡口的风"), "text"],
  ["text in GBK", "a.txt", encodeAs("gb18030", "渡口的风"), "text"],
  ["a text about mail", "a.txt", strToU8("标题\n\nContent-Type: multipart/related\n"), "text"],
  [
    "a letter that begins like a header",
    "a.txt",
    strToU8("Note: see below\n\nContent-Type: multipart/related;\n"),
    "text",
  ],
  ["Markdown", "读书.md", strToU8("# 题\n"), "markdown"],
  ["Markdown with HTML in it", "a.markdown", strToU8("<div>\n\n# 题\n</div>"), "markdown"],
  ["an empty file", "a.md", new Uint8Array(), "markdown"],
  ["a picture named .html", "a.html", png, undefined],
  ["a PDF named .txt", "a.txt", strToU8("%PDF-1.7"), undefined],
  ["a program", "a", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), undefined],
])("%s is told by what it holds", (_, name, bytes, format) => {
  expect(sniffFormat(name, bytes)).toBe(format);
});

test("nothing makes the look fail or last", () => {
  fc.assert(
    fc.property(fc.string(), fc.uint8Array({ maxLength: 200 }), (name, bytes) => void sniffFormat(name, bytes)),
  );
  const started = performance.now();
  for (const trap of ["<!--", "<?xml ", "a: b\n ", " ", "<!-- --> "]) sniffFormat("a", strToU8(trap.repeat(100_000)));
  expect(performance.now() - started).toBeLessThan(5000);
}, 30_000);

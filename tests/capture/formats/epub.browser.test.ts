import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { pageFromEpub } from "#capture/formats/epub.ts";
import { pageFromMhtml } from "#capture/formats/mhtml.ts";
import { pageFromWebarchive } from "#capture/formats/webarchive.ts";
import { LiuyeError } from "#domain/errors.ts";
import { extract } from "#domain/extract/extract.ts";
import { encodeAs } from "../../fixtures/encode.ts";
import { bookThree, bookTwo, entriesOf, type Files } from "../../fixtures/formats/books.ts";
import { chromeArchive, wordArchive } from "../../fixtures/formats/mail.ts";
import { safariArchive } from "../../fixtures/formats/safari-archive.ts";
import { address, png, pngInBase64, story, title } from "../../fixtures/formats/story.ts";

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const pageOf = (files: Files) => pageFromEpub(entriesOf(files));
const codeOf = (files: Files) => {
  try {
    pageOf(files);
    return undefined;
  } catch (error) {
    return error instanceof LiuyeError ? error.code : error;
  }
};
const without = (files: Files, name: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => path !== name));
const encryption = (...algorithms: string[]) =>
  `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">${algorithms
    .map(
      (algorithm) =>
        `<enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="x"/></enc:CipherData></enc:EncryptedData>`,
    )
    .join("")}</encryption>`;

describe("a book", () => {
  test("of EPUB 3 becomes one page: its imprint, its contents, its chapters in reading order", () => {
    const { content, ...page } = pageOf(bookThree);
    expect(page).toEqual({
      kind: "html",
      via: "epub",
      pictures: new Map([["cid:picture-1", { type: "image/png", bytes: png }]]),
      truncated: false,
    });
    const document = parse(content);
    expect(document.title).toBe("河湾三记 & 其他");
    expect(document.documentElement.lang).toBe("zh-CN");
    const metas = [...document.querySelectorAll("meta[content]")].map((meta) => meta.getAttribute("content"));
    expect(metas).toEqual(["林溪, 周渡", "河湾书局", "2019-05-06"]);
    const headings = [...document.querySelectorAll("h1, h2, h3")].map(
      (heading) => `${heading.localName} ${heading.textContent}`,
    );
    expect(headings).toEqual(["h1 河湾三记 & 其他", "h2 渡口", "h3 小节", "h2 第二章 集市"]);
    const starts = [...document.querySelectorAll("article > section")].map(({ textContent }) =>
      textContent?.trim().slice(0, 3),
    );
    expect(starts).toEqual(["", "渡口渡", "第二章", "注释一"]);
    expect(document.querySelectorAll("script, nav, svg")).toHaveLength(0);
  });

  test("has a list of contents and inner links that lead to their places, whatever ids its chapters share", () => {
    const document = parse(pageOf(bookThree).content);
    const links = [...document.querySelectorAll("a[href]")].map((link) => [
      link.textContent,
      link.getAttribute("href"),
    ]);
    expect(links).toEqual([
      ["第一章 渡口", "#chapter-2"],
      ["第二章 集市", "#chapter-3"],
      ["散集", "#c3-late"],
      ["注", "#c4-p1"],
      ["下一章", "#chapter-3"],
      ["外面", "https://example.com/"],
      ["回去", "#c2-top"],
    ]);
    for (const [, href] of links)
      if (href?.startsWith("#")) expect(document.querySelectorAll(`[id="${href.slice(1)}"]`)).toHaveLength(1);
    expect(document.querySelector("#c2-p1")?.textContent).toBe("");
  });

  test("shows its pictures, the cover drawn in SVG too", () => {
    const sources = [...parse(pageOf(bookThree).content).querySelectorAll("img")].map((image) =>
      image.getAttribute("src"),
    );
    expect(sources).toEqual(["cid:picture-1", "cid:picture-1"]);
  });

  test("of EPUB 2 takes headings from toc.ncx, minds no capitals, and reads a chapter in GBK", () => {
    const chapter =
      '<?xml version="1.0" encoding="gb2312"?><html><body><p>序里的话，说的是渡口。</p><img src="boat.png"/></body></html>';
    const page = pageOf({ ...bookTwo, "OEBPS/c1.html": encodeAs("gb18030", chapter) });
    const document = parse(page.content);
    expect([...document.querySelectorAll("h1, h2, h3")].map(({ textContent }) => textContent)).toEqual([
      "旧书",
      "序",
      "正文标题",
    ]);
    expect([...document.querySelectorAll("li a")].map((link) => link.getAttribute("href"))).toEqual([
      "#chapter-1",
      "#chapter-2",
    ]);
    expect(document.querySelector('meta[property="article:published_time"]')?.getAttribute("content")).toBe(
      "1987-03-04",
    );
    expect(document.querySelector("#chapter-1 p")?.textContent).toBe("序里的话，说的是渡口。");
    expect(page.pictures?.get("cid:picture-1")?.bytes).toEqual(png);
  });

  test("with seven hundred files in its package is not taken for a trap", () => {
    const items = Array.from(
      { length: 700 },
      (_, at) => `<item id="i${at}" href="i${at}.png" media-type="image/png"/>`,
    );
    const opf = String(bookThree["OEBPS/content.opf"]).replace("</manifest>", `${items.join("")}</manifest>`);
    expect(codeOf({ ...bookThree, "OEBPS/content.opf": opf })).toBeUndefined();
  });

  test("that misses a chapter gives the others and says so", () => {
    const page = pageOf(without(bookThree, "OEBPS/text/one.xhtml"));
    expect(page.truncated).toBe(true);
    expect(page.content).toContain("赶集的人上了船");
  });

  test("without container, package or chapters is damaged", () => {
    expect(codeOf(without(bookThree, "META-INF/container.xml"))).toBe("archive-damaged");
    expect(codeOf(without(bookThree, "OEBPS/content.opf"))).toBe("archive-damaged");
    expect(codeOf({ ...bookThree, "META-INF/container.xml": new Uint8Array([0, 1, 2, 3]) })).toBe("archive-damaged");
    const shell = Object.fromEntries(Object.entries(bookThree).filter(([path]) => !/xhtml$/.test(path)));
    expect(codeOf(shell)).toBe("archive-damaged");
    expect(codeOf({})).toBe("archive-damaged");
  });

  test("that is encrypted is locked; veiled fonts are no lock", () => {
    const fonts = encryption("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC");
    expect(codeOf({ ...bookThree, "META-INF/encryption.xml": fonts })).toBeUndefined();
    const locked = encryption("http://www.idpf.org/2008/embedding", "http://www.w3.org/2001/04/xmlenc#aes128-cbc");
    expect(codeOf({ ...bookThree, "META-INF/encryption.xml": locked })).toBe("archive-locked");
  });

  test("cannot put markup of its own where its title or a picture's name stands", () => {
    const opf = String(bookThree["OEBPS/content.opf"]).replace("河湾三记 &amp; 其他", '&lt;img src=x onerror=a()&gt;"');
    const document = parse(pageOf({ ...bookThree, "OEBPS/content.opf": strToU8(opf) }).content);
    expect(document.querySelector("h1")?.textContent).toBe('<img src=x onerror=a()>"');
    expect(document.querySelector("[onerror]")).toBeNull();
  });
});

describe("one page", () => {
  test("has the same words in HTML, SingleFile's HTML, Chrome's, IE's and Safari's archive", () => {
    const plain = extract(story("files/boat.png"), address);
    expect(plain.title).toBe(title);
    expect(plain.textContent).toContain("第4段");
    const pages = [chromeArchive(), wordArchive()].map(pageFromMhtml).concat(pageFromWebarchive(safariArchive()));
    const others = pages.map((page) => extract(page.content, page.url));
    others.push(extract(story(`data:image/png;base64,${pngInBase64}`), address));
    for (const other of others) {
      expect(other.title).toBe(plain.title);
      expect(other.textContent).toBe(plain.textContent);
      expect(other.contentHtml.replace(/<img[^>]*>/g, "")).toBe(plain.contentHtml.replace(/<img[^>]*>/g, ""));
    }
  });
});

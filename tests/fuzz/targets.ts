// Every parser that is given something foreign, and how to feed it. Runs in a page, for some of them need a document.

import fc from "fast-check";
import { zipSync } from "fflate";
import { prepare } from "#capture/capture.ts";
import { pageFromEpub } from "#capture/formats/epub.ts";
import { pageFromMarkdown } from "#capture/formats/markdown.ts";
import { pageFromMhtml } from "#capture/formats/mhtml.ts";
import { ownChapters, pageFromChapter } from "#capture/formats/own-epub.ts";
import { sniffFormat } from "#capture/formats/sniff.ts";
import { unzip } from "#capture/formats/unzip.ts";
import { pageFromWebarchive } from "#capture/formats/webarchive.ts";
import { pageFromMessage } from "#capture/from-bookmarklet.ts";
import { pageFromWords } from "#capture/from-paste.ts";
import { firstLink, pieceOf } from "#capture/from-share.ts";
import { recogniseMove } from "#capture/moving/recognise.ts";
import { readExported } from "#domain/exported.ts";
import { extractText } from "#domain/extract/extract-text.ts";
import { checkRule } from "#domain/extract/rules/check-rule.ts";
import { sanitizeToShow } from "#domain/sanitize.ts";
import { decodeBytes } from "#domain/text/decode.ts";
import { headlinePieces } from "#domain/text/headline.ts";
import { keyTerms } from "#domain/text/key-terms.ts";
import { languageOf } from "#domain/text/language.ts";
import { sentencesOf } from "#domain/text/sentences.ts";
import { standardsIn } from "#domain/text/standards.ts";
import { normalizeUrl } from "#domain/url.ts";
import { checkBackup } from "#export/backup/check-backup.ts";
import { ZipReader } from "#export/backup/zip-reader.ts";
import { parseQuery } from "#search/query.ts";
import { bookThree, bookTwo, entriesOf } from "../fixtures/formats/books.ts";
import { chromeArchive } from "../fixtures/formats/mail.ts";
import { safariArchive } from "../fixtures/formats/safari-archive.ts";
import * as language from "./languages.ts";
import * as own from "./own-files.ts";
import { bytesOf, spoiled, textOf } from "./words.ts";

/** Exports of other readers, by their paths. */
const moves = import.meta.glob<string>("../fixtures/moving/*.{csv,json}", {
  query: "?raw",
  import: "default",
  eager: true,
});

export type Target = { name: string; run: () => fc.IRawProperty<unknown> };

/** Measures one input; throws when it took too long. */
export type Clock = (deed: () => unknown) => Promise<void>;

/** All targets, each a property whose inputs are timed by `clock`. */
export function targets(clock: Clock): Target[] {
  const target = <Input>(name: string, input: fc.Arbitrary<Input>, feed: (input: Input) => unknown): Target => ({
    name,
    run: () => fc.asyncProperty(input, (value) => clock(() => feed(value))) as fc.IRawProperty<unknown>,
  });
  const html = textOf(language.htmlWords, 60);
  const bytes = (pieces: readonly string[], samples: readonly Uint8Array[]) =>
    fc.oneof(textOf(pieces).map(bytesOf), spoiled(samples));
  const books = [bookTwo, bookThree].map((files) => zipSync(Object.fromEntries(entriesOf(files))));
  const zips = [...books, zipSync({ "a.html": bytesOf("<p>渡口".repeat(2000)), "b/c.txt": bytesOf("") })];
  return [
    target("HTML", html, (content) => prepare({ kind: "html", content, via: "paste" }, 0)),
    target("HTML, whole", html, (content) => prepare({ kind: "html", content, via: "epub", whole: true }, 0)),
    target("sanitiser", html, sanitizeToShow),
    target("text", textOf(language.htmlWords), (text) => {
      sentencesOf(text, languageOf(text));
      headlinePieces(text, "zh");
      keyTerms("", text, "zh");
      standardsIn(text);
      extractText(text, "a.txt");
    }),
    target("bytes", bytes(language.htmlWords, [bytesOf("渡口"), ...zips]), (file) => {
      sniffFormat("a", file);
      decodeBytes(file);
    }),
    target("MHTML", bytes(language.mailWords, [chromeArchive()]), pageFromMhtml),
    target("web archive", spoiled([safariArchive()]), pageFromWebarchive),
    target("ZIP", spoiled(zips), (file) => unzip(file)),
    target("EPUB", spoiledBook(), pageFromEpub),
    target("Markdown", textOf(language.markdownWords, 60), pageFromMarkdown),
    target("exported", own.exportedClaim, readExported),
    target("own Markdown", own.ownMarkdown, pageFromMarkdown),
    target("own book", own.ownBook(), (entries) => {
      for (const chapter of ownChapters(entries)) pageFromChapter(chapter, entries);
    }),
    target("backup archive", spoiled(zips), readArchive),
    target("backup", own.backupRows(), async (rows) => {
      await checkBackup(await own.backupOf(rows), { signal: new AbortController().signal, tell: () => {} });
    }),
    target("CSV", sheets(), (file) => recogniseMove({ name: "a.csv", bytes: file })),
    target("JSON", records(), (file) => recogniseMove({ name: "a.json", bytes: file })),
    target("moving house", textOf(language.tableWords, 60), (text) =>
      recogniseMove({ name: "a", bytes: bytesOf(text) }),
    ),
    target("query", textOf(language.queryWords), parseQuery),
    target("site rule", textOf(language.ruleWords, 20), (rule) => checkRule(rule, document)),
    target("address and share", textOf(language.addressWords), (text) => {
      normalizeUrl(text);
      firstLink(text);
      pieceOf({ title: text.slice(0, 100), text, url: text });
      if (text.trim()) pageFromWords(text);
    }),
    target("message", fc.tuple(message(), textOf(language.addressWords, 3)), ([value, origin]) =>
      pageFromMessage(value, origin, "0".repeat(32)),
    ),
  ];
}

const exportsOf = (ending: string) =>
  Object.entries(moves)
    .filter(([path]) => path.endsWith(ending))
    .map(([, text]) => bytesOf(text));

/** Sheets of other readers, spoiled; and rows of anything under headings they have. */
function sheets(): fc.Arbitrary<Uint8Array> {
  const samples = exportsOf(".csv");
  const headings = samples.map((sample) => new TextDecoder().decode(sample).split("\n", 1)[0] ?? "");
  const cell = fc.oneof(
    textOf(language.tableWords, 4),
    textOf(language.tableWords, 4).map((text) => `"${text.replaceAll('"', '""')}"`),
  );
  const line = fc.array(cell, { maxLength: 12 }).map((cells) => cells.join(","));
  const rows = fc.tuple(fc.constantFrom(...headings), fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"));
  return fc.oneof(
    spoiled(samples),
    rows.map(([heading, lines, end]) => bytesOf([heading, ...lines].join(end))),
  );
}

/** Records of other readers, spoiled; and such records with anything under names they have. */
function records(): fc.Arbitrary<Uint8Array> {
  const samples = exportsOf(".json");
  const names = [
    ...new Set(samples.flatMap((sample) => new TextDecoder().decode(sample).match(/"\w+"(?=\s*:)/g) ?? [])),
  ];
  const field = fc.tuple(fc.constantFrom(...names, '"__proto__"'), fc.oneof(fc.jsonValue(), fc.webUrl()));
  const record = fc
    .array(field, { maxLength: 12 })
    .map((fields) => `{${fields.map(([name, value]) => `${name}:${JSON.stringify(value)}`).join(",")}}`);
  return fc.oneof(
    spoiled(samples),
    fc.array(record, { maxLength: 8 }).map((all) => bytesOf(`[${all.join(",\n")}]`)),
    record.map((one) => bytesOf(`{"list":{"1":${one}}}`)),
    textOf(language.tableWords, 60).map((text) => bytesOf(`[{${text}}]`)),
  );
}

async function readArchive(bytes: Uint8Array): Promise<void> {
  const archive = await ZipReader.open(new Blob([bytes.slice()]));
  for (const name of archive.names()) await archive.read(name);
}

/** A good book some of whose files are written anew. */
function spoiledBook(): fc.Arbitrary<ReadonlyMap<string, Uint8Array>> {
  const words = [
    ...language.htmlWords,
    ...'<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>|<itemref idref="a"/>|<spine>|<manifest>'.split(
      "|",
    ),
    ...'<rootfile full-path="../a.opf"/>|<navPoint>|<content src="a.xhtml#b"/>|<dc:title>|<?xml version="1.0"?>'.split(
      "|",
    ),
  ];
  return fc.constantFrom(bookTwo, bookThree).chain((files) => {
    const good = entriesOf(files);
    const changes = fc.dictionary(
      fc.constantFrom(...good.keys()),
      fc.oneof(textOf(words).map(bytesOf), spoiled([...good.values()].filter(({ length }) => length > 0))),
      { maxKeys: 3 },
    );
    return changes.map((changed) => new Map([...good, ...Object.entries(changed)]));
  });
}

/** What a hostile window may post. */
function message(): fc.Arbitrary<unknown> {
  const shape = fc.record(
    {
      nonce: fc.constant("0".repeat(32)),
      url: fc.oneof(fc.constant("https://a.invalid/"), fc.anything()),
      title: fc.oneof(fc.constant("渡口"), fc.anything()),
      html: fc.oneof(textOf(language.htmlWords, 5), fc.anything()),
      selection: fc.oneof(fc.constant(""), fc.anything()),
      pictures: fc.oneof(fc.constant([]), fc.anything()),
    },
    { requiredKeys: ["nonce"] },
  );
  return fc.oneof(shape, fc.anything());
}

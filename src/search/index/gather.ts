import { fold } from "#domain/text/fold.ts";
import { standardsIn } from "#domain/text/standards.ts";
import { tokenize } from "#domain/text/tokenize.ts";
import { BlockWriter } from "./block.ts";
import { hashOf } from "./hash.ts";
import { NeighbourList } from "./neighbours.ts";
import { classOf } from "./postings.ts";
import { type Document, type Draft, type Line, lengthByte, packDetails, packFirsts } from "./segment.ts";
import { Tally } from "./tally.ts";
import {
  codeTerm,
  type Field,
  isPaired,
  longestBeginning,
  mark,
  pairedNumber,
  term as termOf,
  valueTerm,
} from "./term.ts";
import { WordList } from "./words.ts";

/** A segment is written when this many postings are gathered: about ten megabytes of memory. */
const mostPostings = 400_000;

/** Gathers documents into a segment. */
export class Gatherer {
  #tally = new Tally();
  #words = new Map<string, { numbers: number[]; hash: number }>(); // the numbers of a word's terms, told once
  #neighbours = new NeighbourList();
  #tokens = 0;
  #lengths: number[] = [];
  #days: number[] = [];
  #stamps: number[] = [];
  #lines: Line[] = [];

  /** How many documents are gathered. */
  get documents(): number {
    return this.#lines.length;
  }

  /** Whether it is time to write them. */
  get isFull(): boolean {
    return this.#tally.postings > mostPostings;
  }

  /** Adds a document. */
  add(document: Document): void {
    const { id, title, text, tags = [], byline = "", source = "", note = "", site, day = 0, stamp = 0 } = document;
    this.#tokens = 0;
    tokenize(fold(text), {
      single: (code) => this.#countSingle(code),
      pair: (first, second) => this.#countPair(first, second),
      word: (word) => this.#countWord(word),
    });
    this.#neighbours.endDocument();
    for (const code of standardsIn(`${title}\n${text}\n${note}`)) this.#countString(codeTerm(fold(code)));
    const fields: Record<Field, string> = { title, tags: tags.join("\n"), byline, source, note };
    for (const [field, words] of Object.entries(fields)) this.#countField(field as Field, fold(words));
    for (const tag of tags) this.#countString(valueTerm("tag", fold(tag)));
    for (const host of site ? domainsOf(site) : []) this.#countString(valueTerm("site", host));
    this.#lengths.push(this.#tokens);
    this.#days.push(Math.min(Math.max(Math.floor(day), 0), 0xffff));
    this.#stamps.push(stamp >>> 0);
    this.#lines.push({ id, title: oneLine(fold(title)), people: oneLine(fold([byline, ...tags].join("\n"))) });
  }

  /** What was gathered, as a segment to write; a gatherer ends with it. */
  finish(): Draft {
    const firsts: string[] = [];
    const blocks: Uint8Array[] = [];
    const words = new WordList();
    const writer = new BlockWriter(this.documents, (first, block) => {
      firsts.push(first);
      blocks.push(block);
    });
    this.#tally.each(this.documents, (term, ordinals, frequencies, count) => {
      for (let at = 0; at < count; at++) frequencies[at] = classOf(frequencies[at] as number);
      writer.add(term, ordinals, frequencies, count);
      words.add(term);
    });
    writer.end();
    return {
      row: {
        documents: this.documents,
        firsts: packFirsts(firsts),
        lengths: Uint8Array.from(this.#lengths, lengthByte),
        tokens: this.#lengths.reduce((sum, length) => sum + length, 0),
        days: Uint16Array.from(this.#days),
        hashes: Uint32Array.from(this.#lines, ({ id }) => hashOf(id)),
      },
      blocks,
      details: packDetails(this.#lines, this.#stamps),
      words: words.pack(),
      neighbours: this.#neighbours.pack(),
    };
  }

  #countField(field: Field, words: string): void {
    const end = mark[field];
    tokenize(words, {
      single: (code) => this.#countString(termOf(String.fromCharCode(code)) + end),
      pair: (first, second) => this.#countString(termOf(String.fromCharCode(first, second)) + end),
      word: (word) => {
        this.#countString(termOf(word) + end);
        for (const beginning of beginningsOf(word)) this.#countString(beginning);
      },
    });
  }

  #countSingle(code: number): void {
    this.#tokens++;
    this.#neighbours.part();
    if (isPaired(code)) this.#countPacked((pairedNumber(code) << 16) >>> 0);
    else this.#countString(termOf(String.fromCharCode(code)));
  }

  #countPair(first: number, second: number): void {
    if (isPaired(first) && isPaired(second)) {
      this.#countPacked(((pairedNumber(first) << 16) | (pairedNumber(second) + 1)) >>> 0);
    } else this.#countString(termOf(String.fromCharCode(first, second)));
  }

  #countWord(word: string): void {
    this.#tokens++;
    let known = this.#words.get(word);
    if (!known) {
      const numbers = [termOf(word), ...beginningsOf(word)].map((term) => this.#tally.numberOf(term));
      known = { numbers, hash: hashOf(word) };
      this.#words.set(word, known);
    }
    this.#neighbours.next(known.hash);
    for (const number of known.numbers) this.#tally.countNumber(number, this.documents);
  }

  #countString(term: string): void {
    this.#tally.count(term, this.documents);
  }

  #countPacked(key: number): void {
    this.#tally.countPacked(key, this.documents);
  }
}

/** The first one, two and three characters of a word: by themselves they begin too many words to look up. */
function beginningsOf(word: string): string[] {
  const lengths = Array.from({ length: Math.min(longestBeginning, word.length - 1) }, (_, at) => at + 1);
  return lengths.map((length) => termOf(word.slice(0, length)) + mark.begins);
}

/** A host and what lies above it: news.example.com is found by example.com too. */
function domainsOf(host: string): string[] {
  const labels = host.toLowerCase().split(".");
  return labels.slice(0, Math.max(labels.length - 1, 1)).map((_, at) => labels.slice(at).join("."));
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

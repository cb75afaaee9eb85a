// What was sought as regular expressions over folded text: by them a document is confirmed, its hits marked and counted.
import { fold } from "#domain/text/fold.ts";
import { isIdeograph, isWordly } from "#domain/text/tokenize.ts";
import type { Query, Scope, Wanted } from "./query.ts";

/** One thing sought: where it stands in a folded text. */
export type Pattern = { expression: RegExp; scope: Scope | undefined };

/** A stretch of a folded text that is a hit; which of the patterns it is of. */
export type Span = { from: number; to: number; which: number };

const wordly = "[\\p{L}\\p{N}]";
const special = /[\\^$.*+?()[\]{}|/]/g;

/** The patterns of a query; `likes` are words set right, by what was typed. The last word is taken for a beginning. */
export function patternsOf(query: Query, likes: ReadonlyMap<string, readonly string[]> = new Map()): Pattern[] {
  const last = query.wanted.at(-1);
  return query.wanted
    .map((wanted) => ({
      expression: new RegExp(sourceOf(wanted, wanted === last, likes.get(wanted.words) ?? []), "gu"),
      scope: wanted.scope,
    }))
    .filter(({ expression }) => expression.source !== "(?:)");
}

/** The patterns of a query no text has as it was typed: its words apart, and of Chinese each pair. */
export function loosePatternsOf(query: Query, likes: ReadonlyMap<string, readonly string[]> = new Map()): Pattern[] {
  const pieces = query.wanted.flatMap((wanted) =>
    (wanted.words.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((run) =>
      piecesOf(run).map((words) => ({ ...wanted, words })),
    ),
  );
  return patternsOf({ ...query, wanted: pieces.map(({ standard: _, ...wanted }) => wanted) }, likes);
}

/** Where patterns stand in a folded text, in order and none over another. */
export function spansIn(folded: string, patterns: readonly Pattern[], scope?: Scope): Span[] {
  const spans: Span[] = [];
  patterns.forEach((pattern, which) => {
    if (pattern.scope && pattern.scope !== scope) return;
    pattern.expression.lastIndex = 0;
    for (const match of folded.matchAll(pattern.expression)) {
      spans.push({ from: match.index, to: match.index + match[0].length, which });
    }
  });
  spans.sort((a, b) => a.from - b.from || b.to - a.to);
  const apart: Span[] = [];
  for (const span of spans) {
    const before = apart.at(-1);
    if (before && span.from < before.to) {
      if (span.to > before.to) apart.push({ ...span, from: before.to });
    } else apart.push(span);
  }
  return apart;
}

/** Whether a pattern stands in a folded text. */
export function stands({ expression }: Pattern, folded: string): boolean {
  expression.lastIndex = 0;
  return expression.test(folded);
}

function sourceOf({ words, exact, standard }: Wanted, isLast: boolean, likes: readonly string[]): string {
  if (standard) return standardSource(fold(standard), isLast && !exact);
  const trimmed = words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  const sources = [trimmed, ...likes].filter(Boolean).map((one) => {
    const isOpen = isLast && !exact && one === trimmed; // still being typed
    const source = one
      .split(/\s+/)
      .map((part) => part.replace(special, "\\$&"))
      .join("\\s+");
    return bounded(source, one, isOpen);
  });
  return sources.length > 1 ? `(?:${sources.join("|")})` : (sources[0] ?? "");
}

/** Latin words are whole words; where Chinese begins or ends there is nothing to keep apart. */
function bounded(source: string, words: string, isOpen: boolean): string {
  const begins = isLetter(words.charCodeAt(0)) ? `(?<!${wordly}(?<!\\p{Script=Han}))` : "";
  const ends = isLetter(words.charCodeAt(words.length - 1)) && !isOpen ? `(?!${wordly}(?<!\\p{Script=Han}))` : "";
  return `${begins}${source}${ends}`;
}

/** However the number is spaced and dashed, with a year behind it or not. */
function standardSource(normal: string, isOpen: boolean): string {
  const [, issuer = "", number = "", year] = /^(\S+) ([\d.]+)(?:[-:](\d+))?$/.exec(normal) ?? [];
  const letters = issuer
    .split("/")
    .map((part) => part.replace(special, "\\$&"))
    .join("\\s*/?\\s*");
  const ending = year ? `\\s*[-:—]+\\s*(?:${year}|${year.slice(2)})(?!\\d)` : isOpen ? "" : "(?![\\d]|\\.\\d)";
  return `(?<![a-z])${letters}\\s*${number.replace(/\./g, "\\.")}${ending}`;
}

function isLetter(code: number): boolean {
  return isWordly(code) && !isIdeograph(code);
}

function piecesOf(run: string): string[] {
  const parts: string[] = [];
  for (const part of run.match(/[\u3005-\u9fff]+|[^\u3005-\u9fff]+/g) ?? []) {
    if (!isIdeograph(part.charCodeAt(0)) || part.length < 3) parts.push(part);
    else for (let at = 0; at + 1 < part.length; at++) parts.push(part.slice(at, at + 2));
  }
  return parts;
}

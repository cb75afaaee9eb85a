import type { Emitter } from "highlight.js";

/** The kinds of words in code that have a colour. */
export const partNames = ["keyword", "string", "number", "comment", "name", "type", "added", "removed"] as const;
export type CodePart = (typeof partNames)[number];

/** Which of the highlighter's scopes is what kind; the others stay in ink. */
const partOf: Record<string, CodePart> = {
  keyword: "keyword",
  "selector-tag": "keyword",
  literal: "number",
  number: "number",
  symbol: "number",
  string: "string",
  regexp: "string",
  char: "string",
  link: "string",
  comment: "comment",
  quote: "comment",
  doctag: "comment",
  meta: "comment",
  title: "name",
  section: "name",
  name: "name",
  "selector-id": "name",
  "selector-class": "name",
  built_in: "type",
  type: "type",
  attr: "type",
  attribute: "type",
  variable: "type",
  property: "type",
  addition: "added",
  deletion: "removed",
};

type Part = { part: CodePart; start: number; end: number };

/** Takes what the highlighter finds as places in the text instead of as HTML: nothing here ever becomes markup. */
export class CodeParts implements Emitter {
  #length = 0;
  #parts: Part[] = [];
  #open: { part: CodePart | undefined; start: number }[] = [];

  startScope(scope: string): void {
    const part = partOf[scope] ?? partOf[scope.split(".")[0] ?? ""];
    this.#open.push({ part, start: this.#length });
  }

  endScope(): void {
    const scope = this.#open.pop();
    if (scope?.part && this.#length > scope.start) {
      this.#parts.push({ part: scope.part, start: scope.start, end: this.#length });
    }
  }

  /** The highlighter calls the same thing by two names. */
  openNode(scope: string): void {
    this.startScope(scope);
  }

  closeNode(): void {
    this.endScope();
  }

  addText(text: string): void {
    this.#length += text.length;
  }

  __addSublanguage(inner: CodeParts): void {
    for (const { part, start, end } of inner.#parts) {
      this.#parts.push({ part, start: start + this.#length, end: end + this.#length });
    }
    this.#length += inner.#length;
  }

  finalize(): void {
    while (this.#open.length > 0) this.endScope();
  }

  toHTML(): string {
    return ""; // the highlighter asks for it; nobody reads it
  }

  /** The coloured words in order, none within another: what is inside wins. */
  parts(): Part[] {
    const sorted = [...this.#parts].sort((one, other) => one.start - other.start || other.end - one.end);
    const apart = sorted.flatMap((part, index) => {
      const after = sorted.findIndex(({ start }, other) => other > index && start >= part.end);
      return cutOut(part, sorted.slice(index + 1, after < 0 ? undefined : after));
    });
    return apart.sort((one, other) => one.start - other.start);
  }
}

function cutOut({ part, start, end }: Part, within: readonly Part[]): Part[] {
  const left: Part[] = [];
  let from = start;
  for (const inner of within) {
    if (inner.start > from) left.push({ part, start: from, end: inner.start });
    from = Math.max(from, inner.end);
  }
  if (from < end) left.push({ part, start: from, end });
  return left;
}

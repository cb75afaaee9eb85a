import type { MarkedExtension, Token, Tokens } from "marked";
import { escapeHtml } from "./html-page.ts";

type Note = { number: number; html?: string };

const definition =
  /^ {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*([^\n]*(?:\n(?![ \t]*\n|[ \t]*$| {0,3}\[\^)[^\n]+)*(?:\n(?:[ \t]*\n)*(?: {4}|\t)[^\n]+)*)(?:\n+|$)/;
const reference = /^\[\^([^\]\s]{1,80})\]/;

/**
 * Footnotes as Pandoc and GitHub write them: `[^1]` in the text, `[^1]: words` anywhere.
 * Without them Markdown takes a note of one word — and a Chinese sentence is one — for a link's address, and loses it.
 */
export function footnotes(): { extension: MarkedExtension; list: () => string } {
  const notes = new Map<string, Note>();
  const known = new Set<string>();
  let referred = 0;
  const extension: MarkedExtension = {
    extensions: [
      {
        name: "footnote",
        level: "block",
        start: (source) => /^ {0,3}\[\^[^\]\s]{1,80}\]:/m.exec(source)?.index,
        tokenizer(source): Tokens.Generic | undefined {
          const match = definition.exec(source);
          if (!match) return undefined;
          known.add(match[1] ?? "");
          const tokens: Token[] = this.lexer.blockTokens((match[2] ?? "").replace(/^(?: {4}|\t)/gm, ""), []);
          return { type: "footnote", raw: match[0], label: match[1] ?? "", tokens };
        },
        renderer(token) {
          const html = this.parser.parse(token.tokens ?? []);
          notes.set(token.label, { ...(notes.get(token.label) ?? { number: Number.POSITIVE_INFINITY }), html });
          return "";
        },
      },
      {
        name: "footnoteReference",
        level: "inline",
        start: (source) => source.indexOf("[^"),
        tokenizer(source): Tokens.Generic | undefined {
          const match = reference.exec(source);
          if (!match || !known.has(match[1] ?? "")) return undefined;
          return { type: "footnoteReference", raw: match[0], label: match[1] ?? "" };
        },
        renderer({ label }) {
          const note = notes.get(label);
          const isFirst = !note || !Number.isFinite(note.number);
          const number = isFirst ? ++referred : note.number;
          notes.set(label, { ...note, number });
          const id = escapeHtml(label);
          return `<sup><a href="#note-${id}"${isFirst ? ` id="note-${id}-from"` : ""}>${number}</a></sup>`;
        },
      },
    ],
  };
  return { extension, list: () => listOf(notes) };
}

function listOf(notes: ReadonlyMap<string, Note>): string {
  const sorted = [...notes].sort(([, one], [, other]) => (one.number < other.number ? -1 : 1));
  const lines = sorted.map(([label, { html = "" }]) => `<li id="note-${escapeHtml(label)}">${html.trim()}</li>`);
  return lines.length > 0 ? `<hr>\n<ol>\n${lines.join("\n")}\n</ol>\n` : "";
}

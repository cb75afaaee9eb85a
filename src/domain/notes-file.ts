// All notes as a file for other programs: Markdown to read and paste, JSON in the shape of the W3C's annotations.
import type { Article } from "./article.ts";
import type { Highlight, Noted } from "./highlight.ts";

/** Notes as Markdown: a heading for each article, a quotation for each passage, the reader's words below it. */
export function notesToMarkdown(title: string, noted: readonly Noted[]): string {
  const parts = noted.map(({ article, note, highlights }) =>
    [
      `## ${escapeMarkdown(oneLine(article.title))}`,
      factsOf(article),
      note && escapeMarkdown(note.text.trim()),
      ...highlights.flatMap(({ anchor, note }) => [quoted(anchor.quote.exact), note && escapeMarkdown(note)]),
    ]
      .filter(Boolean)
      .join("\n\n"),
  );
  return `${[`# ${escapeMarkdown(title)}`, ...parts].join("\n\n")}\n`;
}

/** Notes as JSON: an AnnotationPage of https://www.w3.org/TR/annotation-model/, and beside it our own colours. */
export function notesToJson(noted: readonly Noted[]): string {
  const items = noted.flatMap(({ article, note, highlights }) => [
    ...(note ? [{ ...annotation(article, `urn:liuye:note:${note.id}`, note.at), body: bodyOf(note.text) }] : []),
    ...highlights.map((highlight) => annotationOf(article, highlight)),
  ]);
  return JSON.stringify({ "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage", items }, null, 2);
}

function annotationOf(article: Article, { id, anchor, colour, note, at, changedAt, lost }: Highlight): object {
  const base = annotation(article, `urn:uuid:${id}`, at);
  const { quote, position } = anchor;
  const selector = [
    { type: "TextQuoteSelector", ...quote },
    ...(position ? [{ type: "TextPositionSelector", ...position }] : []),
  ];
  return {
    ...base,
    motivation: note ? "commenting" : "highlighting",
    ...(changedAt && { modified: new Date(changedAt).toISOString() }),
    ...(note && { body: bodyOf(note) }),
    target: { ...base.target, selector },
    colour,
    ...(lost && { lost }),
  };
}

function annotation({ id, url, title }: Article, name: string, at: number) {
  return {
    id: name,
    type: "Annotation",
    motivation: "commenting",
    created: new Date(at).toISOString(),
    target: { source: url ?? `urn:liuye:article:${id}`, title },
  };
}

function bodyOf(value: string): object {
  return { type: "TextualBody", format: "text/plain", purpose: "commenting", value };
}

function factsOf({ byline, source, published, url }: Article): string {
  return [byline, source, published?.slice(0, 10)]
    .filter(Boolean)
    .map((fact) => escapeMarkdown(fact ?? ""))
    .concat(url ? `<${url}>` : [])
    .join(" · ");
}

function quoted(words: string): string {
  return escapeMarkdown(words.trim())
    .split("\n")
    .map((line) => line.trim())
    .filter((line, at, all) => line !== "" || all[at - 1] !== "")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

/** Only what would be read as markup: a note stays readable as it is. */
function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<]/g, "\\$&").replace(/^(\s*)([#>+-]|\d+[.)])(?=\s)/gm, "$1\\$2");
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

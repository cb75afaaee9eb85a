// What a row must have so that whoever reads it can rely on its type: written years ago, restored from elsewhere or
// half-decoded by a browser, one bad row must never take a list, a search or the reader down.

type Rule = [is: (value: unknown) => boolean, instead?: () => unknown];

const isText = (value: unknown) => typeof value === "string";
const isNumber = (value: unknown) => Number.isFinite(value);
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isBytes = (value: unknown) => value instanceof ArrayBuffer;
const isSet = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isLanguage = (value: unknown) => isText(value) && /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(value as string);
const isAmount = (value: unknown) => isSet(value) && isNumber(value.han) && isNumber(value.words);
const isReceipt = (value: unknown) => isSet(value) && isSet(value.pictures) && isSet(value.pictures.missing);
const isMarked = (value: unknown) => isSet(value) && isNumber(value.at);
const isAnchor = (value: unknown) =>
  isSet(value) && isSet(value.quote) && [value.quote.exact, value.quote.prefix, value.quote.suffix].every(isText);

const text: Rule = [isText, () => ""];
const number: Rule = [isNumber, () => 0];
const bytes: Rule = [isBytes, () => new ArrayBuffer(0)];
const perhapsText: Rule = [isText];
const perhapsNumber: Rule = [isNumber];
const perhapsTexts: Rule = [isTexts];
const body = { html: text, text, pictures: perhapsTexts };

const rules: Record<string, Record<string, Rule>> = {
  articles: {
    title: text,
    excerpt: text,
    lang: [isLanguage, () => "und"],
    length: [isAmount, () => ({ han: 0, words: 0 })],
    savedAt: number,
    refreshedAt: number,
    ...Object.fromEntries(
      ["url", "subtitle", "byline", "editor", "source", "published"].map((name) => [name, perhapsText]),
    ),
    favouritedAt: perhapsNumber,
    archivedAt: perhapsNumber,
    trashedAt: perhapsNumber,
    undoneAt: perhapsNumber,
    tags: perhapsTexts,
    standards: perhapsTexts,
    documentNumbers: perhapsTexts,
    edited: perhapsTexts,
    receipt: [isReceipt],
    marked: [isMarked],
  },
  contents: body,
  versions: { ...body, capturedAt: number, fields: [isSet, () => ({})] },
  places: { offset: number, progress: number, at: number },
  pictures: { bytes, type: text, width: number, height: number },
  originals: { gzip: bytes },
  thumbnails: { bytes: [isBytes] },
  highlights: { anchor: [isAnchor, () => ({ quote: { exact: "", prefix: "", suffix: "" } })], at: number },
  notes: { text, at: number },
  readings: { articleId: text, day: text, startedAt: number, spent: number, passed: number },
};

const mended = new WeakSet<object>();

/** The row itself where it is as it should be, else a copy in which what could not be used is empty or gone. */
export function soundRow<Row>(table: string, row: Row): Row {
  const own = rules[table];
  if (!own || !isSet(row)) return row;
  let copy: Record<string, unknown> | undefined;
  for (const field in own) {
    const [is, instead] = own[field] as Rule;
    const value = row[field];
    if (is(value) || (value === undefined && !instead)) continue;
    copy ??= { ...(row as Record<string, unknown>) };
    if (instead) copy[field] = instead();
    else delete copy[field];
  }
  if (!copy) return row;
  mended.add(copy);
  return copy as Row;
}

/** Whether a row that was read is not quite what stands in the database. */
export function wasMended(row: object): boolean {
  return mended.has(row);
}

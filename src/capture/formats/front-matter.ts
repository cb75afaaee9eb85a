/** What stands between the fences above a Markdown text, each key in small letters with its values. */
export type FrontMatter = ReadonlyMap<string, readonly string[]>;

const longestFence = 64 * 1024;

/** Front matter and the text after it; of YAML the part people write by hand: values, quotes, lists, folded lines. */
export function splitFrontMatter(text: string): { matter: FrontMatter; body: string } {
  const clean = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const open = /^---[ \t]*\n/.exec(clean);
  const close = open && /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(clean.slice(open[0].length - 1, longestFence));
  if (!open || !close) return { matter: new Map(), body: clean };
  const inside = clean.slice(open[0].length, open[0].length - 1 + close.index);
  // A rule above a text and another further down fence no fields.
  if (inside.trim() !== "" && !/^[\w. -]+:(?:\s|$)/m.test(inside)) return { matter: new Map(), body: clean };
  return { matter: fieldsIn(inside), body: clean.slice(open[0].length - 1 + close.index + close[0].length) };
}

function fieldsIn(yaml: string): FrontMatter {
  const fields = new Map<string, string[]>();
  let values: string[] = [];
  let folded = false;
  for (const line of yaml.split("\n")) {
    const field = /^([\w][\w. -]{0,60}?)\s*:(?:\s+(.*))?$/.exec(line);
    const listed = /^\s*-\s+(.*)$/.exec(line);
    if (field) {
      values = [];
      const text = withoutComment(field[2] ?? "");
      folded = /^[|>][+-]?$/.test(text);
      if (!folded) values.push(...valuesIn(text));
      const name = (field[1] ?? "").toLowerCase();
      if (!fields.has(name)) fields.set(name, values);
    } else if (listed && !folded) values.push(...valuesIn(withoutComment(listed[1] ?? "")));
    else if (folded && line.trim() !== "") values.splice(0, 1, `${values[0] ?? ""} ${line.trim()}`.trim());
  }
  return fields;
}

function valuesIn(text: string): string[] {
  const list = /^\[(?!\[)(.*)\]$/.exec(text);
  const pattern = /\s*("(?:\\.|[^"\\])*"|'[^']*'|[^,]+)/g;
  const parts = list ? [...(list[1] ?? "").matchAll(pattern)].map((match) => match[1] ?? "") : [text];
  return parts.map((part) => unquoted(part.trim())).filter((value) => value !== "");
}

function withoutComment(text: string): string {
  const quoted = /^(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')/.exec(text.trim());
  return quoted ? quoted[0] : text.replace(/(?:^|\s)#.*$/, "").trim();
}

/** Without quotes, and without the brackets Obsidian links names with. */
function unquoted(text: string): string {
  const double = /^"([\s\S]*)"$/.exec(text);
  const single = /^'([\s\S]*)'$/.exec(text);
  const plain = double ? (double[1] ?? "") : single ? (single[1] ?? "").replaceAll("''", "'") : text;
  const value = plain.trim().replace(/^\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/, "$1");
  if (double) return withoutEscapes(value);
  return !single && /^(?:null|~)$/i.test(value) ? "" : value;
}

const escapes: Record<string, string> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/** A double-quoted string of YAML: the escapes it shares with JSON. */
function withoutEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/ntrbf]))/g, (_, code: string | undefined, sign: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (escapes[sign] ?? sign),
  );
}

import { authorsOf } from "./authors.ts";
/** What a citation is made of; dates begin with `YYYY-MM-DD`. */
export type Cited = {
  title: string;
  byline?: string;
  source?: string;
  published?: string;
  url?: string;
  lang: string;
  /** The day the page was last read from its site. */
  accessed: string;
};

/** GB/T 7714-2015, 8.1.2: of more than three authors the first three are named. */
const mostAuthors = 3;

const han = /\p{Script=Han}/u;

/**
 * The citation of a page on the web as GB/T 7714-2015 (8.8 and 4.5) writes it:
 * authors. title[EB/OL]. (date of publication)[date of access]. address. What is not known is left out.
 */
export function citeGbt(cited: Cited): string {
  const { title, source, published, url, accessed } = cited;
  const isChinese = han.test(title) || cited.lang.startsWith("zh");
  const authors = authorsOf(cited.byline ?? "");
  const named = authors.slice(0, mostAuthors).map(gbtName);
  if (authors.length > mostAuthors) named.push(isChinese ? "等" : "et al");
  const who = named.length > 0 ? named.join(isChinese ? "，" : ", ") : (source ?? "");
  const dates = `${published ? `(${published.slice(0, 10)})` : ""}[${accessed.slice(0, 10)}]`;
  const parts = [who, `${title.trim()}[${url ? "EB/OL" : "EB"}]`, dates, url ?? ""];
  // The source is the author where no person is; else it is not repeated: the address names the site.
  return parts
    .filter(Boolean)
    .map((part) => part.replace(/[.。]$/u, ""))
    .join(". ")
    .concat(".");
}

/** The citation as an entry of BibTeX, escaped for TeX; its key is the first author, the year and a word of the title. */
export function citeBibtex(cited: Cited): string {
  const { title, source, published, url, accessed } = cited;
  const authors = authorsOf(cited.byline ?? "");
  const [year, month] = (published ?? "").split("-");
  const fields: [string, string | undefined][] = [
    ["author", authors.length > 0 ? authors.map(bibtexName).join(" and ") : source && `{${escapeTex(source)}}`],
    ["title", `{${escapeTex(title.trim())}}`],
    ["year", year],
    ["month", month && String(Number(month))],
    ["howpublished", authors.length > 0 && source ? escapeTex(source) : undefined],
    ["url", url?.replace(/[{}\\]/g, encodeURIComponent)],
    ["urldate", accessed.slice(0, 10)],
    ["langid", han.test(title) ? "chinese" : cited.lang.startsWith("en") ? "english" : undefined],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${bibtexKey(title, authors[0] ?? source, year)},\n${lines.join(",\n")}\n}`;
}

/** A person as the standard names one: surname first in capitals, given names as initials; Chinese names as they are. */
function gbtName(name: string): string {
  const parts = name.split(/\s+/);
  const surname = parts.at(-1) ?? "";
  if (han.test(name) || parts.length < 2 || !/^[\p{Script=Latin}.'’-]+$/u.test(parts.join(""))) return name;
  const initials = parts.slice(0, -1).flatMap((part) => part.split(/[-.]/).filter(Boolean));
  return `${surname.toUpperCase()} ${initials.map((part) => part[0]?.toUpperCase()).join(" ")}`;
}

function bibtexName(name: string): string {
  return han.test(name) ? `{${escapeTex(name)}}` : escapeTex(name);
}

function escapeTex(text: string): string {
  const words: Record<string, string> = {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
  };
  return text.replace(/[\\~^]|[&%$#_{}]/g, (mark) => words[mark] ?? `\\${mark}`);
}

function bibtexKey(title: string, who: string | undefined, year: string | undefined): string {
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/[^A-Za-z0-9 ]/g, "")
      .trim()
      .toLowerCase();
  const name =
    plain(who ?? "")
      .split(" ")
      .at(-1) ?? "";
  const word =
    plain(title)
      .split(" ")
      .find((candidate) => candidate.length > 3) ?? "";
  return [name, year, word].filter(Boolean).join("") || "page";
}

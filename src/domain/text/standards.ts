// Standard numbers as people write them: GB/T 19001-2016, gbt19001, ISO 9001:2015, GB 4806.7, T/CAS 115—2015.

/** Issuers whose numbers may be written together with them and in small letters, as in a search: gbt19001, iso9001. */
const certain = ["GB", "ISO", "IEC", "JJG", "JJF", "JGJ", "DIN", "ASTM", "IEEE", "RFC"];

/** China's industry codes (GB/T 1.1, the Standardization Administration's list); two letters alone would match too much. */
const industries =
  "AQ BB CB CH CJ CY DA DB DL DZ EJ FZ GA GH GY HB HG HJ HS HY JB JC JG JJ JR JT JY KA LB LD LS LY MH MT MZ NB NY QB QC QJ QX RB RF SB SC SF SH SJ SL SN SW SY TB TD TY WB WH WJ WM WS WW XB XF YB YC YD YS YY YZ ZY".split(
    " ",
  );

const dashes = "[-‐‑‒–—－]";
const number = String.raw`(\d{1,6}(?:\.\d{1,4})*)`;
const year = String.raw`(?:\s?(?:${dashes}{1,2}|[:：])\s?((?:19|20)\d{2}|\d{2}(?=\D|$)))?(?![\d])`;
const joint = String.raw`(?:ISO|IEC|IEEE|EN|BS|AS|NZS)(?:\s?[/／]\s?(?:ISO|IEC|IEEE|EN|TS|TR|PAS|NZS))*`;
const group = String.raw`T\s?[/／]\s?[A-Z]{2,10}`;
const local = String.raw`DB\d{2}(?:\d{2})?(?:\s?[/／]\s?T)?`;
const chinese = String.raw`(?:GB|JJG|JJF|JGJ|${industries.join("|")})(?:\s?[/／]\s?[TZ])?`;
const pattern = new RegExp(
  String.raw`(?<![A-Za-z\d/]|\d\s)(?:(${group}|${joint}|${local}|${chinese})|(GB[TZ]))\s{0,2}${number}${year}`,
  "g",
);
const typed = new RegExp(
  String.raw`^(${[...certain, ...industries].join("|")}|ISO/?IEC)\s?[/／]?\s?([TZ])?\s{0,2}${number}${year}$`,
  "i",
);

/** The standard numbers a text names, in their normal form (`GB/T 19001-2016`), each once, in the order they first stand. */
export function standardsIn(text: string): string[] {
  const found = new Set<string>();
  for (const [, issuer, together, digits, when] of text.matchAll(pattern)) {
    found.add(normalForm(issuer ?? `${together?.slice(0, 2)}/${together?.slice(2)}`, digits ?? "", when));
  }
  return [...found];
}

/** The normal form of a standard number as it is typed in a search (gbt19001, iso9001:2015), or undefined. */
export function typedStandard(query: string): string | undefined {
  const said = query.trim();
  const [exact] = standardsIn(said.toUpperCase());
  if (exact && compact(exact) === compact(said)) return exact;
  const match = typed.exec(said);
  if (!match) return undefined;
  const [, issuer = "", kind, digits = "", when] = match;
  const whole = issuer.toUpperCase().replace(/^ISO\/?IEC$/, "ISO/IEC");
  return normalForm(kind ? `${whole}/${kind.toUpperCase()}` : whole, digits, when);
}

/** ISO and IEC set the year off by a colon, everyone else by a hyphen. */
function normalForm(issuer: string, digits: string, when: string | undefined): string {
  const name = issuer.replace(/\s/g, "").replace(/／/g, "/");
  const mark = /^(?:ISO|IEC)/.test(name) ? ":" : "-";
  return `${name} ${digits}${when ? mark + fullYear(when) : ""}`;
}

/** GB 7718-94 is of 1994: two digits were used until 1999. */
function fullYear(when: string): string {
  return when.length === 2 ? `19${when}` : when;
}

function compact(code: string): string {
  return code.toUpperCase().replace(/[^A-Z\d.]/g, "");
}

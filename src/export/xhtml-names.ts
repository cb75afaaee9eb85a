// What XHTML of EPUB 3 has, and what older or looser HTML becomes in it. https://www.w3.org/TR/epub-33/#sec-xhtml

/** Elements that stand in a line of words. */
export const phrasing = new Set(
  "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup u var wbr".split(
    " ",
  ),
);

/** Elements that hold words alone. */
export const wordsOnly = new Set("p h1 h2 h3 h4 h5 h6 pre dt summary".split(" "));

/** What an element of another time, or of a page's frame, becomes. */
export const renamed: Readonly<Record<string, string>> = {
  ...{
    article: "div",
    header: "div",
    footer: "div",
    main: "div",
    address: "div",
    hgroup: "div",
    nav: "div",
    center: "div",
  },
  ...{ dir: "ul", menu: "ul", listing: "pre", xmp: "pre", plaintext: "pre", search: "div" },
  ...{ tt: "code", strike: "s", big: "span", font: "span", nobr: "span", acronym: "abbr", time: "span", data: "span" },
  ...{ label: "span", output: "span", meter: "span", progress: "span", legend: "span" },
};

/** Elements that may be written without an end. */
export const voids = new Set(["br", "col", "hr", "img", "wbr"]);

/** Attributes any element may keep, and those of some; each with the form its value must have. */
export const attributesOfAll: Readonly<Record<string, RegExp>> = {
  class: /^liuye-[\w -]+$/,
  dir: /^(?:ltr|rtl)$/,
  lang: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/,
  title: /^/,
};
const number = /^[1-9]\d{0,3}$/;
export const attributesOf: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  col: { span: number },
  colgroup: { span: number },
  details: { open: /^/ },
  img: { alt: /^/, width: number, height: number },
  li: { value: /^-?\d{1,9}$/ },
  ol: { start: /^-?\d{1,9}$/, reversed: /^/, type: /^[1aAiI]$/ },
  td: { colspan: number, rowspan: number },
  th: { colspan: number, rowspan: number, scope: /^(?:row|col|rowgroup|colgroup)$/ },
};

/** Attributes that say something by being there. */
export const flags = new Set(["open", "reversed"]);

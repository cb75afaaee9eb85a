import { mathArity, mathAttributes, mathLayout, mathTokens } from "./math-names.ts";
import { attributesOf, attributesOfAll, flags, voids } from "./xhtml-names.ts";
import { shaped } from "./xhtml-shape.ts";

/** A body as XHTML, with what its book has to say of it. */
export type Xhtml = {
  markup: string;
  hasMath: boolean;
  hasSvg: boolean;
  /** Headings, to be listed: each with the id it has in the markup. */
  headings: { level: number; text: string; id: string }[];
};

const mathNamespace = "http://www.w3.org/1998/Math/MathML";
const svgNamespace = "http://www.w3.org/2000/svg";

/** A clean body as XHTML of EPUB 3; `picture` gives where a picture is, and undefined takes it out. */
export function xhtmlOf(body: DocumentFragment, picture: (image: Element) => string | undefined): Xhtml {
  const pen = new XhtmlPen(shaped(body), picture);
  return pen.write();
}

/** What XML can hold of a text, its own signs told to be plain. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

class XhtmlPen {
  private readonly body: DocumentFragment;
  private readonly picture: (image: Element) => string | undefined;
  /** New names of ids, by those they had. */
  private readonly ids = new Map<string, string>();
  private readonly given = new Set<string>();
  private readonly headings: Xhtml["headings"] = [];
  private hasMath = false;
  private hasSvg = false;

  constructor(body: DocumentFragment, picture: (image: Element) => string | undefined) {
    this.body = body;
    this.picture = picture;
    for (const { id } of body.querySelectorAll("[id]")) {
      const name = id.replace(/[^A-Za-z0-9._-]/g, (sign) => `_${sign.codePointAt(0)?.toString(16)}`);
      if (id && !this.ids.has(id)) this.ids.set(id, /^[A-Za-z_]/.test(name) ? name : `_${name}`);
    }
  }

  write(): Xhtml {
    const markup = this.children(this.body);
    return { markup, hasMath: this.hasMath, hasSvg: this.hasSvg, headings: this.headings };
  }

  private children(parent: Node): string {
    let markup = "";
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) markup += escapeXml(node.nodeValue ?? "");
      else if (node instanceof Element) markup += this.element(node);
    }
    return markup;
  }

  private element(element: Element): string {
    if (element.namespaceURI === mathNamespace) return this.math(element);
    if (element.namespaceURI === svgNamespace) return this.svg(element);
    const name = element.localName;
    const attributes = this.attributes(element);
    if (name === "img") {
      const source = this.picture(element);
      return source === undefined
        ? ""
        : `<img src="${escapeXml(source)}"${attributes}${element.hasAttribute("alt") ? "" : ' alt=""'}/>`;
    }
    if (voids.has(name)) return `<${name}${attributes}/>`;
    return `<${name}${attributes}>${this.children(element)}</${name}>`;
  }

  private attributes(element: Element): string {
    const name = element.localName;
    const kept: string[] = [];
    for (const [attribute, form] of Object.entries({ ...attributesOfAll, ...attributesOf[name] })) {
      const value = element.getAttribute(attribute);
      if (value === null || !form.test(value)) continue;
      kept.push(` ${attribute}="${flags.has(attribute) ? attribute : escapeXml(value)}"`);
      if (attribute === "lang") kept.push(` xml:lang="${escapeXml(value)}"`);
    }
    const id = this.idOf(element);
    if (id) kept.push(` id="${id}"`);
    const href = name === "a" ? this.href(element.getAttribute("href") ?? "") : undefined;
    if (href !== undefined) kept.push(` href="${escapeXml(href)}"`);
    return kept.join("");
  }

  /** Each id once; a heading that has none gets one, so that it can be listed. */
  private idOf(element: Element): string | undefined {
    const own = this.ids.get(element.id);
    let id = own && !this.given.has(own) ? own : undefined;
    const level = /^h([1-6])$/.exec(element.localName)?.[1];
    const text = level ? (element.textContent ?? "").replace(/\s+/g, " ").trim() : "";
    if (level && text !== "") {
      id ??= `liuye-h${this.headings.length + 1}`;
      this.headings.push({ level: Number(level), text, id });
    }
    if (id) this.given.add(id);
    return id;
  }

  private href(href: string): string | undefined {
    if (href.startsWith("#")) {
      const id = this.ids.get(href.slice(1));
      return id && `#${id}`;
    }
    return webHref(href);
  }

  /** Formulas as far as every reader of books knows them; of the rest the characters stay. */
  private math(element: Element): string {
    this.hasMath = true;
    const { localName: name } = element;
    const xmlns = name === "math" ? ` xmlns="${mathNamespace}"` : "";
    const attributes = Object.entries(mathAttributes[name] ?? {}).flatMap(([attribute, form]) => {
      const value = element.getAttribute(attribute);
      return value !== null && form.test(value) ? [` ${attribute}="${escapeXml(value)}"`] : [];
    });
    const open = (tag: string) => `<${tag}${tag === name ? xmlns + attributes.join("") : ""}>`;
    if (mathTokens.has(name)) return `${open(name)}${escapeXml(element.textContent ?? "")}</${name}>`;
    const children = [...element.childNodes].flatMap((child) => {
      if (child instanceof Element) return [child.namespaceURI === mathNamespace ? this.math(child) : mathText(child)];
      return /\S/.test(child.nodeValue ?? "") ? [mathText(child)] : [];
    });
    const fits = mathLayout.has(name) && (mathArity[name] ?? children.length) === children.length;
    const inTable = /^(?:mtable|mtr)$/.test(name);
    const isTable = name === "mtable" ? "mtr" : "mtd";
    const tag = !fits || (inTable && [...element.childNodes].some((child) => !isRow(child, isTable))) ? "mrow" : name;
    if (name === "mspace") return `${open("mspace")}</mspace>`;
    return `${open(tag)}${children.join("")}</${tag}>`;
  }

  /** Drawings as they were cleaned, but for names and links, which are the chapter's. */
  private svg(element: Element): string {
    this.hasSvg = true;
    const name = element.localName;
    if (name === "a" || name === "switch") return this.children(element);
    const attributes = [...element.attributes].flatMap(({ name: attribute, value }) => {
      if (
        attribute === "id" ||
        /^(?:xmlns|on|data-|aria-|xlink:|xml:|href$|loading$|decoding$|lang$|rel$)/i.test(attribute)
      )
        return [];
      return /^[A-Za-z][\w-]*$/.test(attribute) ? [` ${attribute}="${escapeXml(this.reference(value))}"`] : [];
    });
    const own = this.ids.get(element.id);
    const id = own && !this.given.has(own) ? own : undefined;
    if (id) {
      this.given.add(id);
      attributes.push(` id="${id}"`);
    }
    const xmlns = name === "svg" ? ` xmlns="${svgNamespace}"` : "";
    return `<${name}${xmlns}${attributes.join("")}>${this.children(element)}</${name}>`;
  }

  private reference(value: string): string {
    return value.replace(/url\(#([^)]*)\)/g, (_, id: string) => `url(#${this.ids.get(id) ?? "none"})`);
  }
}

function isRow(child: ChildNode, name: string): boolean {
  return child instanceof Element ? child.localName === name : !/\S/.test(child.nodeValue ?? "");
}

function mathText(node: Node): string {
  return `<mtext>${escapeXml(node.textContent ?? "")}</mtext>`;
}

/** An address as XML schemas take it; undefined for what is none. */
export function webHref(href: string): string | undefined {
  if (!/^(?:https?|mailto|tel):/i.test(href) || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (/^https?:$/.test(url.protocol) && !/^[\w.-]+$/.test(url.hostname)) return undefined;
  return url.href
    .replace(/[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]/gu, encodeURIComponent)
    .replace(/%(?![\da-f]{2})/gi, "%25")
    .replace(/#/g, (sign, at: number, whole: string) => (whole.indexOf("#") === at ? sign : "%23"));
}

// The one way in for foreign markup. Nothing that passes here can run, ask for anything, or leave the article's box.
import DOMPurify, { type Config } from "dompurify";
import { disarm } from "./disarm.ts";
import { trusted } from "./trusted-markup.ts";

/** Raised when the rules below change, so that stored HTML cleaned by older rules can be told apart. */
export const sanitizerVersion = 2;

/** The prefix ids of a page receive, so that none of them can shadow something of ours. */
const idPrefix = "user-content-";

const config: Config = {
  RETURN_DOM_FRAGMENT: true,
  USE_PROFILES: { html: true, svg: true, mathMl: true },
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: true,
  SAFE_FOR_XML: true,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ADD_ATTR: ["data-remote-src", "data-picture", "data-missing"],
  FORBID_TAGS: [
    ...["style", "form", "input", "button", "textarea", "select", "option", "optgroup", "datalist", "fieldset"],
    ...["dialog", "slot", "template", "audio", "video", "source", "track", "base", "link", "meta", "iframe", "object"],
    ...["embed", "use", "image", "foreignobject", "animate", "animatemotion", "animatetransform", "set", "marquee"],
    ...["map", "area", "canvas", "menu", "nav"],
  ],
  FORBID_ATTR: [
    ...["style", "class", "srcset", "sizes", "ping", "autofocus", "popover", "popovertarget", "popovertargetaction"],
    ...["command", "commandfor", "contenteditable", "draggable", "tabindex", "accesskey", "target", "background"],
    ...["poster", "is", "slot", "part", "exportparts", "nonce", "usemap", "inert", "hidden", "for", "role", "bgcolor"],
    "download",
  ],
  // The last two alternatives are needed: the pattern is applied to every attribute, width and viewBox included.
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel|data|cid):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
};

/** Pictures that may stay inline: raster formats as data; an SVG picture could carry references of its own. */
const inlinePicture = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,/i;

/** The one class that stays, on code alone: which language it is in (https://html.spec.whatwg.org/#the-code-element). */
const codeLanguage = /^language-[a-z0-9+#-]{1,20}$/;

/** Elements of HTML that go and leave their words. */
const unwrapped = new Set([
  "form",
  "button",
  "select",
  "option",
  "optgroup",
  "fieldset",
  "dialog",
  "marquee",
  "menu",
  "nav",
]);

/** Elements that cost Chromium milliseconds each to make or walk past: past so many, in one piece of markup, they are boxes. */
const costly = /<(\/?)(?:summary|video|audio|object|embed|iframe)\b/gi;
const mostCostly = 200;

/** Nested deeper than this, `setHTML` takes seconds (Chromium 156). */
const deepest = Array.from({ length: 100 }, () => "*").join(">");

/** Nested as no page nests them; each more costs DOMPurify a copy of all that is inside. */
const tooDeep =
  "svg svg svg svg, summary summary, details details details details, video video, audio audio, object object, canvas canvas, map map";

DOMPurify.setConfig(config); // once: handed over with each call it is taken apart each time, a third of a short page's cleaning
DOMPurify.addHook("uponSanitizeAttribute", (node, attribute) => {
  if (attribute.attrName !== "class" || (node.localName !== "code" && node.localName !== "pre")) return;
  const language = attribute.attrValue.split(/\s+/).find((name) => codeLanguage.test(name));
  if (!language) return;
  node.setAttribute("class", language);
  attribute.forceKeepAttr = true;
});
DOMPurify.addHook("afterSanitizeAttributes", (node) => {
  if (node.localName !== "img" && node.attributes.length === 0) return; // most paragraphs
  if (node.localName === "a") {
    tameLink(node);
    return;
  }
  if (node.localName === "img") tamePicture(node);
  else node.removeAttribute("src");
  keepLocal(node);
  // Elsewhere only a drawing may point at something, and only inside the same article; in a formula it would be a link.
  for (const name of ["href", "xlink:href"]) {
    if (!(node instanceof SVGElement && node.getAttribute(name)?.startsWith("#"))) node.removeAttribute(name);
  }
});

/** What fetches something in a style; a backslash may spell any of it. */
const fetching = /\\|(?:url|src|image|image-set|cross-fade|paint|var|env|attr)\s*\(/i;

/** Attributes such as `fill` and `filter` may point at something: only into the same article, by the name it has here. */
function keepLocal(node: Element): void {
  const isDrawing = node instanceof SVGElement;
  for (const { name, value } of [...node.attributes]) {
    if (!(isDrawing ? fetching : /url\s*\(/i).test(value)) continue;
    const [, id] = /^\s*url\(\s*["']?#([\w.-]+)["']?\s*\)\s*$/i.exec(value) ?? [];
    if (!id) node.removeAttribute(name);
    else node.setAttribute(name, `url(#${id.startsWith(idPrefix) ? id : idPrefix + id})`);
  }
}

/** Links lead out, in a window of their own that cannot reach back, or to a place in the same article. */
function tameLink(link: Element): void {
  const href = link.getAttribute("href") ?? "";
  link.removeAttribute("xlink:href");
  if (href.startsWith("#") && href.length > 1) {
    const id = href.slice(1);
    link.setAttribute("href", `#${id.startsWith(idPrefix) ? id : idPrefix + id}`);
  } else if (/^(?:https?:|mailto:|tel:)/i.test(href)) {
    link.setAttribute("rel", "noopener noreferrer nofollow");
    link.setAttribute("referrerpolicy", "no-referrer");
    link.setAttribute("target", "_blank");
  } else {
    link.removeAttribute("href");
  }
}

/** Addresses of pictures outside the article: on the web, or beside the page in the archive it came in. */
const remotePicture = /^(?:https?|cid):/i;

/** Pictures elsewhere are remembered but never asked for. */
function tamePicture(picture: Element): void {
  const source = picture.getAttribute("src") ?? "";
  const remote = remotePicture.test(source) ? source : picture.getAttribute("data-remote-src");
  if (!inlinePicture.test(source)) picture.removeAttribute("src");
  if (remote && remotePicture.test(remote)) picture.setAttribute("data-remote-src", remote);
  else picture.removeAttribute("data-remote-src");
  if (!/^[0-9a-f]{64}$/.test(picture.getAttribute("data-picture") ?? "")) picture.removeAttribute("data-picture");
  picture.setAttribute("decoding", "async");
  picture.setAttribute("loading", "lazy");
}

/** Foreign HTML as a clean fragment, ready to be kept; running it through twice changes nothing. */
export function sanitizeToFragment(html: string): DocumentFragment {
  const plain = (html.match(costly)?.length ?? 0) > mostCostly ? html.replace(costly, "<$1div") : html;
  return cleaned(new DOMParser().parseFromString(trusted(`<body>${plain}`), "text/html"));
}

/** HTML standard, 8.5.5: a browser's own sanitiser, which takes out by itself whatever can run. */
type Sanitizing = HTMLElement & { setHTML?: (html: string, options: object) => void };

/** What that one would leave in, and no article has. */
const alsoRemoved = {
  removeElements: ["style", "form", "link", "meta", "base", "template"],
  removeAttributes: ["style", "is"],
};

/**
 * The same, ready to be shown: where the browser has a sanitiser of its own, that one has the last word.
 * It comes second, for Chromium 156 crashes over some handlers (`onbeforematch`), and only where it keeps every word.
 */
export function sanitizeToShow(html: string): DocumentFragment {
  const fragment = sanitizeToFragment(html);
  const inert = document.implementation.createHTMLDocument("");
  const body: Sanitizing = inert.body;
  if (!body.setHTML || fragment.querySelector(deepest)) return fragment;
  body.setHTML(htmlOf(fragment.cloneNode(true) as DocumentFragment), { sanitizer: alsoRemoved });
  if (body.textContent !== fragment.textContent) return fragment;
  fragment.replaceChildren(...body.childNodes);
  return fragment;
}

function cleaned(inert: Document): DocumentFragment {
  disarm(inert);
  layOpen(inert.body);
  return DOMPurify.sanitize(inert.body, { RETURN_DOM_FRAGMENT: true }); // says its type: what holds is the configuration set above
}

/** DOMPurify drops some elements with their words; where a browser would show the words, they are kept. */
function layOpen(body: HTMLElement): void {
  // From the outside in, so that no child is moved twice: DOMPurify copies them, which for nested ones takes minutes.
  for (const element of body.querySelectorAll("*")) {
    if (element instanceof HTMLUnknownElement || element.localName.includes("-") || unwrapped.has(element.localName))
      element.replaceWith(...element.childNodes);
  }
  for (const drawing of body.querySelectorAll(tooDeep)) drawing.replaceWith(...drawing.childNodes);
  for (const element of [...body.querySelectorAll("xmp, plaintext, noscript, foreignObject, [is]")].reverse()) {
    element.removeAttribute("is");
    if (element.localName === "noscript") element.replaceWith(...element.childNodes);
    else if (element.localName === "foreignObject") outermostDrawing(element)?.after(...element.childNodes);
    else if (element.matches("xmp, plaintext")) {
      const text = body.ownerDocument.createElement("pre");
      text.append(element.textContent ?? "");
      element.replaceWith(text);
    }
  }
}

/** The drawing around an element that itself stands in HTML. */
function outermostDrawing(element: Element): Element | null {
  let drawing = element.closest("svg");
  while (drawing?.parentElement instanceof SVGElement) drawing = drawing.parentElement.closest("svg");
  return drawing;
}

/** A clean fragment as HTML, ready to be kept. */
export function htmlOf(fragment: DocumentFragment): string {
  const holder = document.implementation.createHTMLDocument("").createElement("div");
  holder.append(fragment);
  return holder.innerHTML;
}

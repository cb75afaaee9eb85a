// The one way in for foreign markup. Nothing that passes here can run, ask for anything, or leave the article's box.
import DOMPurify, { type Config } from "dompurify";

/** Raised when the rules below change, so that stored HTML cleaned by older rules can be told apart. */
export const sanitizerVersion = 1;

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
  ],
  // The last two alternatives are needed: the pattern is applied to every attribute, width and viewBox included.
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel|data|cid):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
};

/** Pictures that may stay inline: raster formats as data; an SVG picture could carry references of its own. */
const inlinePicture = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,/i;

/** The one class that stays, on code alone: which language it is in (https://html.spec.whatwg.org/#the-code-element). */
const codeLanguage = /^language-[a-z0-9+#-]{1,20}$/;

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
  // Elsewhere (SVG, MathML, an <image> that the parser made an <img>) only a reference inside the same article may stay.
  for (const name of ["href", "xlink:href"]) {
    if (!node.getAttribute(name)?.startsWith("#")) node.removeAttribute(name);
  }
});

/** Attributes such as `fill` and `filter` may point at something: only into the same article, by the name it has here. */
function keepLocal(node: Element): void {
  for (const { name, value } of [...node.attributes]) {
    if (!/url\s*\(/i.test(value)) continue;
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

/** Foreign HTML as a clean fragment, ready to be shown; running it through twice changes nothing. */
export function sanitizeToFragment(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true }); // says its type: what holds is the configuration set above
}

/** A clean fragment as HTML, ready to be kept. */
export function htmlOf(fragment: DocumentFragment): string {
  const holder = document.implementation.createHTMLDocument("").createElement("div");
  holder.append(fragment);
  return holder.innerHTML;
}

import type { ParsedPage } from "./parsed-page.ts";
import { candidatesIn } from "./source-set.ts";
import { unfold } from "./vocabulary.ts";
import { watch } from "./watch.ts";
import { webAddress } from "./web-address.ts";

const lazyAttributes = [
  "data-src",
  "data-original",
  "data-actualsrc",
  "data-lazy-src",
  "data-original-src",
  "data-url",
  "_src",
  "file",
];
/** A hidden element must hold this many times the rest of the page's prose to be the article itself. */
const hiddenShare = 2;
const longestButton = 40;

/** WeChat and its like hide the article until a script has run; no script runs here. */
export function revealHidden({ document }: ParsedPage): void {
  let all: number | undefined;
  let measured: Element | undefined;
  for (const element of document.querySelectorAll<HTMLElement>("[style], [hidden]")) {
    const style = element.getAttribute("style") ?? "";
    if (!element.hidden && !/visibility\s*:\s*hidden|display\s*:\s*none|opacity\s*:\s*0(?![.\d])/i.test(style))
      continue;
    // What is inside an element that holds too little holds less.
    if (measured?.contains(element)) continue;
    measured = element;
    const own = proseIn(element);
    if (own > 0 && (isNextPage(element) || isFolded(element))) {
      reveal(element);
      continue;
    }
    if (own <= 100) continue;
    all ??= proseIn(document.body);
    if (own <= hiddenShare * (all - own)) continue;
    reveal(element);
    // One element at most can hold so much: no need to measure the rest.
    return;
  }
}

function reveal(element: Element): void {
  for (const name of ["style", "hidden", "aria-hidden"]) element.removeAttribute(name);
}

/** An article cut into pages in one file shows the first and hides those after it, numbered alike: page-1, page-2. */
function isNextPage(element: Element): boolean {
  const names = (page: Element | null) =>
    `${page?.tagName} ${page?.id} ${page?.className}`.replace(/active|current|hid\w*/gi, "").trim();
  const own = names(element);
  const before = names(element.previousElementSibling);
  return (
    /(?:page|content|p)[-_]?\d/i.test(own) && own !== before && own.replace(/\d+/g, "") === before.replace(/\d+/g, "")
  );
}

/** The rest of an article behind a button that stands right before or after it, among the article's first words. */
function isFolded({
  previousElementSibling: before,
  nextElementSibling: after,
  parentElement: around,
}: Element): boolean {
  if (![...(around?.children ?? [])].some((child) => child.tagName === "P")) return false;
  return [before, after].some((button) => {
    const words = button?.textContent ?? "";
    return words.length <= longestButton && unfold.test(words);
  });
}

/** Gives pictures that wait for a script their address, and takes the ones out of `<noscript>`. */
export function wakeImages({ document }: ParsedPage): void {
  for (const noscript of document.querySelectorAll("noscript")) {
    const image = noscript.querySelector("img");
    const before = noscript.previousElementSibling;
    if (image && before?.tagName === "IMG") before.replaceWith(image);
    noscript.replaceWith(...(image?.isConnected && noscript.contains(image) ? [image] : []));
  }
  for (const image of document.querySelectorAll("img")) {
    const lazy = lazyAttributes
      .map((name) => image.getAttribute(name))
      .find((value) => value && !/^\s*(?:data|javascript):/i.test(value));
    if (lazy && /[./]/.test(lazy)) image.setAttribute("src", lazy);
    const set = image.getAttribute("data-srcset");
    if (set && !image.hasAttribute("srcset")) image.setAttribute("srcset", set);
  }
}

/** A picture of one or two pixels is there to count readers. */
export function dropPixels({ document }: ParsedPage): void {
  for (const image of document.querySelectorAll("img")) if (isPixel(image)) image.remove();
}

/** Whether a picture is set so small that nobody is to see it. */
export function isPixel(image: Element): boolean {
  const style = image.getAttribute("style") ?? "";
  const sizes = ["width", "height"].flatMap((side) => [image.getAttribute(side), styled(style, side)]);
  return sizes.some((size) => size !== undefined && size !== null && /^\s*[0-2](?:\.\d+)?(?:px)?\s*$/.test(size));
}

/** A form around sentences is a page's frame (or a trap), and Readability would throw them out with it. */
export function unwrapForms({ document }: ParsedPage): void {
  for (const form of document.querySelectorAll("form")) {
    if (proseIn(form) === 0) continue;
    const plain = document.createElement("div");
    plain.append(...form.childNodes);
    form.replaceWith(plain);
  }
}

/** Makes the body's addresses whole by the page's own, and never by ours: without a known base a relative one is taken away. */
export function resolveAddresses(page: ParsedPage): void {
  const own = page.document.querySelector("base[href]")?.getAttribute("href");
  const base = webAddress(own, page.address) ?? page.address;
  for (const element of page.document.querySelectorAll("base")) element.remove();
  for (const name of ["href", "src", "poster"]) {
    // Trusted Types guards a script's address even in a document that runs none; nobody needs it whole.
    for (const element of page.body.querySelectorAll(`[${name}]:not(script, embed)`)) resolve(element, name, base);
  }
  for (const image of page.body.querySelectorAll("img:not([src], [srcset], [alt])")) image.remove();
  for (const element of page.body.querySelectorAll("[srcset]")) {
    const set = resolvedSet(element.getAttribute("srcset") ?? "", base);
    if (set) element.setAttribute("srcset", set);
    else element.removeAttribute("srcset");
  }
}

function resolve(element: Element, name: string, base: string | undefined): void {
  const address = element.getAttribute(name)?.trim() ?? "";
  if (address.startsWith("#") || (name === "src" && /^(?:data:image\/|cid:)/i.test(address))) return;
  const isOther = /^(?!https?:)[a-z][\w+.-]*:/i.test(address);
  if (isOther && /^(?:mailto|tel):/i.test(address)) return;
  const whole = isOther ? undefined : webAddress(address, base);
  if (whole) element.setAttribute(name, whole);
  else if (element.tagName === "A" && element.id === "") element.replaceWith(...element.childNodes);
  else element.removeAttribute(name);
}

function resolvedSet(set: string, base: string | undefined): string {
  return candidatesIn(set)
    .map(({ address, size }) => ({ address: webAddress(address, base), size }))
    .filter(({ address }) => address !== undefined)
    .map(({ address, size }) => `${address} ${size}`.trim())
    .join(", ");
}

function styled(style: string, side: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${side}\\s*:\\s*([^;]+)`, "i").exec(style)?.[1];
}

/** Characters of prose, counted by the punctuation that only sentences have. */
function proseIn(element: Element | null): number {
  let length = 0;
  watch();
  if (!element) return 0;
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue?.trim() ?? "";
    if (
      text.length >= 15 &&
      /[，。！？,.!?]/.test(text) &&
      !/^(?:SCRIPT|STYLE)$/.test(walker.currentNode.parentElement?.tagName ?? "")
    )
      length += text.length;
  }
  return length;
}

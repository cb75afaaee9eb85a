import { Readability } from "@mozilla/readability";
import { isProse } from "./chrome-lines.ts";
import { drawLines, type Line, linesOf } from "./draw-lines.ts";
import type { ParsedPage } from "./parsed-page.ts";
import { weight } from "./weight.ts";

/** Readability asks 500 characters of an article; in Chinese that is a long one (measured: 140 finds the short notices too). */
const chineseThreshold = 140;
const latinThreshold = 500;
/** Below this Readability has found a caption or a side list, if the page has more prose elsewhere. */
const suspiciouslyShort = 100;
/** The share of the page's prose the article's own element holds. */
const articleShare = 0.75;

/** Finds the element that holds the article: Readability's answer, unless the page's prose is plainly elsewhere. */
export function findBody(page: ParsedPage): void {
  const lines = page.lines.length > 0 ? page.lines : drawn(page);
  const prose = new Set(lines.filter((line) => isProse({ text: line.text, linked: line.linked / line.text.length })));
  const found = readable(page.document, lines);
  const length = found ? proseLength(linesOf(found.content)) : 0;
  const all = [...prose].reduce((sum, line) => sum + line.text.length, 0);
  const isShort =
    (found?.content.textContent?.trim().length ?? 0) < suspiciouslyShort ||
    (length < 600 && length * 3 < articleShare * all);
  page.body = found && !(isShort && all > length) ? found.content : densest(page.document, prose);
  if (found?.byline) page.tags.visibleByline = found.byline;
}

function drawn(page: ParsedPage): Line[] {
  const copy = { ...page };
  drawLines(copy);
  return copy.lines;
}

function readable(document: Document, lines: readonly Line[]): { content: Element; byline?: string } | undefined {
  const copy = document.cloneNode(true) as Document;
  if (!copy.body) return undefined;
  rememberInner(copy.body);
  const han = lines.reduce((sum, line) => sum + (weight(line.text) - line.text.length), 0);
  try {
    const article = new Readability<Element>(copy, {
      charThreshold: han > 100 ? chineseThreshold : latinThreshold,
      keepClasses: false,
      disableJSONLD: true,
      serializer: (node) => node as Element,
    }).parse();
    if (!article?.content) return undefined;
    return article.byline ? { content: article.content, byline: article.byline } : { content: article.content };
  } catch {
    // Readability gives up on a few malformed pages with a TypeError; the densest element is there for them.
    return undefined;
  }
}

/**
 * Readability puts the body back between attempts by assigning its HTML, which Trusted Types forbids and which parses
 * the page anew; keeping a copy of the nodes does the same without a sink.
 */
function rememberInner(body: HTMLElement): void {
  let kept: Node | undefined;
  Object.defineProperty(body, "innerHTML", {
    get() {
      kept = body.cloneNode(true);
      return "";
    },
    set() {
      body.replaceChildren(...(kept?.cloneNode(true).childNodes ?? []));
    },
  });
}

/** The deepest element with most of the page's prose; without prose, the page less its navigation. */
function densest(document: Document, prose: ReadonlySet<Line>): Element {
  const inside = new Map<Element, number>();
  let all = 0;
  for (const { element, text } of prose) {
    all += text.length;
    for (let at: Element | null = element; at; at = at.parentElement)
      inside.set(at, (inside.get(at) ?? 0) + text.length);
  }
  let deepest: Element = document.body;
  for (let next: Element | undefined = deepest; next; ) {
    deepest = next;
    next =
      all === 0 ? undefined : [...deepest.children].find((child) => (inside.get(child) ?? 0) >= articleShare * all);
  }
  // One paragraph by itself leaves its neighbours behind.
  if (/^(?:P|SPAN|FONT|B|STRONG|A|EM|I)$/.test(deepest.tagName) && deepest.parentElement && deepest !== document.body)
    deepest = deepest.parentElement;
  const copy = deepest.cloneNode(true) as Element;
  let length = copy.textContent?.trim().length ?? 0;
  for (const rest of copy.querySelectorAll("nav, footer, aside, [role=navigation], [role=contentinfo]")) {
    const own = rest.textContent?.trim().length ?? 0;
    if (own >= length || !copy.contains(rest)) continue;
    rest.remove();
    length -= own;
  }
  return copy;
}

function proseLength(lines: readonly Line[]): number {
  return lines.reduce(
    (sum, line) => sum + (isProse({ text: line.text, linked: line.linked / line.text.length }) ? line.text.length : 0),
    0,
  );
}

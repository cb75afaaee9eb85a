// The file itself: the package's front door also brings a test of whether a page can be read, which nobody here asks.
import Readability from "@mozilla/readability/Readability.js";
import { LiuyeError } from "#domain/errors.ts";
import { watch } from "./watch.ts";

/** The parts of Readability 0.6 that find an article; what it does after that (addresses, classes, HTML) is done here in other steps. */
type Insides = {
  _doc: Document;
  _articleTitle?: string;
  _articleByline?: string | null;
  _metadata?: { byline?: string };
  _removeScripts(document: Document): void;
  _prepDocument(): void;
  _cleanStyles(): void;
  _fixLazyImages(): void;
  _grabArticle(): Element | null;
} & Record<(typeof watched)[number], (...words: unknown[]) => unknown>;

/** What its loops call with every turn. */
const watched = ["_getNextNode", "_getInnerText", "_setNodeTag", "_hasAncestorTag"] as const;

/** What Readability takes to be the article, in a copy of the page: at least so many characters of it, if it can. */
export function readable(
  document: Document,
  threshold: number,
  /** What the page's tags say: a heading that repeats the title and a byline are no part of the article. */
  { title, byline }: { title?: string | undefined; byline?: string | undefined },
): { content: Element; byline?: string } | undefined {
  const copy = document.cloneNode(true) as Document;
  if (!copy.body) return undefined;
  const reader = new Readability(copy, { charThreshold: threshold }) as Insides;
  reader._cleanStyles = () => {}; // laying the body out leaves every attribute of style behind
  reader._fixLazyImages = () => {}; // pictures have been woken before
  for (const name of watched) {
    const own = reader[name];
    reader[name] = (...words) => {
      watch();
      return own.apply(reader, words);
    };
  }
  // Readability takes a heading named after its place in a header for a part of the page's own.
  for (const heading of copy.querySelectorAll(":is(h2, h3, h4)[class*=header i]")) heading.removeAttribute("class");
  try {
    reader._removeScripts(copy);
    reader._prepDocument();
    putBackByCopy(reader, document);
    reader._metadata = byline ? { byline } : {};
    reader._articleTitle = title ?? "";
    const content = reader._grabArticle();
    if (!content) return undefined;
    return { content, ...(reader._articleByline && { byline: reader._articleByline }) };
  } catch (error) {
    if (error instanceof LiuyeError) throw error;
    // Readability gives up on a few malformed pages with a TypeError; the densest element is there for them.
    return undefined;
  }
}

/**
 * Readability puts the body back between attempts by assigning its HTML, which Trusted Types forbids and which writes
 * and parses the page anew; another copy does the same without a sink, and only when it is needed.
 */
function putBackByCopy(reader: Insides, original: Document): void {
  const { body } = reader._doc;
  Object.defineProperty(body, "innerHTML", {
    get: () => "",
    set() {
      body.replaceChildren(...original.body.cloneNode(true).childNodes);
      reader._removeScripts(reader._doc);
      reader._prepDocument();
    },
  });
}

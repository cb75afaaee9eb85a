import type { ParsedPage } from "./parsed-page.ts";

/** What a page is for, as far as it tells: an article, a reference, a page about several things; its address is only a hint. */
export type PageKind = "article" | "reference" | "various" | "perhaps-other" | undefined;

const generators = /docusaurus|sphinx|docutils|mkdocs|gitbook|vitepress|vuepress|rustdoc|javadoc|doxygen|asciidoctor/i;
const referenceMarks =
  ".rst-content, .md-content, .theme-doc-markdown, .sphinxsidebar, .rustdoc, #mdbook-content, .vp-doc, .markdown-section";
const variousTypes =
  /\b(?:product(?:group|\.item)?|itemlist|(?:collection|searchresults|about|contact|faq|profile)page|course|event|jobposting|recipe)\b/i;
const frontPage = /^https?:\/\/[^/]+\/?(?:[?#]|$)/;
/** Manuals, shops and lists, as far as addresses go: an article may lie there as well. */
const otherAddress =
  /^https?:\/\/(?:docs?|developers?|api|help|support|manual|wiki)\.|\/(?:docs?|documentation|manual|reference|api|guides?|handbook|kb|wiki)\/|\/(?:products?|shop|store|categor(?:y|ies)|collections?|catalog|tags?|topics?|services?|solutions|pricing|about(?:-us)?|search|dp)(?:\/[^/?#]*)?\/?(?:[?#]|$)/i;
const articleTypes = /(?:article|posting|report)\b/i;

/** Tells a page's kind by what it says of itself; undefined where it says nothing. */
export function pageKind({ document, tags, address = "", published }: ParsedPage): PageKind {
  const { types = "", generator = "" } = tags;
  if (/\btecharticle\b|\bapireference\b/i.test(types) || generators.test(generator)) return "reference";
  // Templates write og:article on every page, and on an article's what else is on it.
  if (articleTypes.test(types.replace(/\bog:article\b|\bdiscussionforumposting\b|\bjobposting\b/gi, "")))
    return "article";
  if (variousTypes.test(types)) return "various";
  if (published && !/og:website/.test(types)) return "article";
  if (document.querySelector(referenceMarks)) return "reference";
  if (frontPage.test(address)) return "various";
  return otherAddress.test(address) ? "perhaps-other" : undefined;
}

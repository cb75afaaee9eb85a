import type { ParsedPage } from "./parsed-page.ts";

/** What a page is for, as far as its tags and its address tell: an article, a reference, or a page about several things. */
export type PageKind = "article" | "reference" | "various" | undefined;

const generators =
  /docusaurus|sphinx|mkdocs|gitbook|vitepress|vuepress|mdbook|rustdoc|javadoc|doxygen|docutils|asciidoctor|antora|starlight/i;
const referenceMarks =
  ".rst-content, .md-content, .theme-doc-markdown, .sphinxsidebar, .rustdoc, .mdbook-help-container, .vp-doc, .markdown-section";
const referenceAddress =
  /^https?:\/\/(?:docs?|developers?|api|help|support|manual|wiki)\.|\/(?:docs?|documentation|manual|reference|api|guides?|handbook|kb|wiki)\//i;
const variousTypes =
  /\b(?:product(?:group|\.item)?|itemlist|offercatalog|(?:collection|searchresults|about|contact|faq|profile)page|service|\w*business|softwareapplication|course|event|jobposting|recipe)\b/i;
const variousAddress =
  /^https?:\/\/[^/]+\/?(?:[?#]|$)|\/(?:products?|shop|store|categor(?:y|ies)|collections?|catalog|tags?|topics?|services?|solutions|pricing|about(?:-us)?|search)(?:\/|$|[?#])|\/(?:dp|item|p)\//i;
const articleTypes = /(?:article|posting|report)\b/i;

/** Tells a page's kind by what it says of itself; undefined where it says nothing. */
export function pageKind({ document, tags, address = "", published }: ParsedPage): PageKind {
  const { types = "", generator = "" } = tags;
  if (/\btecharticle\b|\bapireference\b/i.test(types) || generators.test(generator)) return "reference";
  if (variousTypes.test(types) && !/\b(?:news|blog)/i.test(types)) return "various";
  if (
    articleTypes.test(types.replace(/\bog:article\b|\bdiscussionforumposting\b/gi, "")) ||
    (published && !/og:website/.test(types))
  )
    return "article";
  if (referenceAddress.test(address) || document.querySelector(referenceMarks)) return "reference";
  return variousAddress.test(address) ? "various" : undefined;
}

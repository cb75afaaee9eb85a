import { plainText } from "#domain/extract/blocks.ts";
import { shortened } from "#domain/extract/find-title.ts";
import type { ParsedPage, Step } from "#domain/extract/parsed-page.ts";
import { composeBody } from "./compose-body.ts";
import { readSite, type SiteReading } from "./read-site.ts";
import type { SiteRule } from "./site-rule.ts";

/** Only an article has lines of the site's at its ends, and bold lines for headings. */
const forArticles = ["trim-chrome", "mark-headings"];

/**
 * The steps of extraction, sharpened by what is known of sites; of two rules for a page the earlier wins. Rules change steps by
 * their names, so that whoever extracts without rules carries none of this.
 */
export function withRules(steps: readonly Step[], rules: readonly SiteRule[]): Step[] {
  for (const name of ["find-body", ...forArticles])
    if (!steps.some((step) => step.name === name)) throw new Error(`The step ${name} is called otherwise now`);
  let reading: SiteReading | undefined; // of the page being read: a run begins with the first step
  const begin: Step = {
    name: "site-rule",
    run: (page) => {
      reading = readSite(page, rules);
      if (reading) prepare(page, reading);
    },
  };
  const end: Step = {
    name: "site-fields",
    run: (page) => {
      if (!reading) return;
      // Any date on a page of reference or a list is that of something on it.
      if (isFound() && /docs|list/.test(reading.page.kind)) {
        delete page.published;
        delete page.origins.published;
      }
      Object.assign(page, reading.fields);
      for (const field of Object.keys(reading.fields) as (keyof SiteReading["fields"])[])
        page.origins[field === "siteName" ? "source" : field] = "rule";
      // Not before: lines that repeat the title would be taken for the site's own.
      if (isFound() && reading.page.untitled) {
        page.title = shortened(plainText(page.body));
        page.origins.title = "text";
      }
      reading = undefined;
    },
  };
  const isFound = () => reading !== undefined && reading.body.length + reading.posts.length + reading.rows.length > 0;
  const sharpen = (step: Step): Step => ({
    name: step.name,
    run: (page) => {
      if (!reading || !isFound()) step.run(page);
      else if (step.name === "find-body") page.body = composeBody(page.document, reading);
      else if (reading.page.kind === "article") step.run(page);
    },
  });
  const changed = ["find-body", ...forArticles];
  return [begin, ...steps.map((step) => (changed.includes(step.name) ? sharpen(step) : step)), end];
}

/** Puts the document right for the steps that follow. */
function prepare(page: ParsedPage, { page: rule, fields, body, posts }: SiteReading): void {
  const { document } = page;
  Object.assign(page, fields);
  for (const selector of rule.unhide ?? []) {
    for (const element of document.querySelectorAll(selector))
      for (const name of ["style", "hidden", "aria-hidden"]) element.removeAttribute(name);
  }
  if (rule.lazy) {
    for (const image of document.querySelectorAll(`img[${rule.lazy}]`))
      image.setAttribute("data-src", image.getAttribute(rule.lazy) ?? "");
  }
  if (body.length + posts.length === 0) return; // what is chrome beside one body is not beside another
  page.isThread = rule.kind === "thread";
  for (const element of (rule.drop ?? []).flatMap((selector) => [...document.querySelectorAll(selector)])) {
    const text = plainText(element);
    if (text !== "") page.removed.push({ step: "site-rule", text });
    element.remove();
  }
}

import type { SiteRule } from "./site-rule.ts";

/** The rules that could be a page's, the likeliest first: by its address, then by its marks; of equals the earlier. */
export function rulesOf(document: Document, address: string | undefined, rules: readonly SiteRule[]): SiteRule[] {
  const host = address && URL.canParse(address) ? new URL(address).hostname : "";
  const byHost = rules.filter(({ hosts }) => hosts.some((name) => isOf(host, name)));
  const byMark = rules.filter(
    (rule) => !byHost.includes(rule) && rule.marks?.some((mark) => document.querySelector(mark) !== null),
  );
  return [...byHost, ...byMark];
}

function isOf(host: string, name: string): boolean {
  return host === name || host.endsWith(`.${name}`);
}

import { webAddress } from "./web-address.ts";

/** The page's address by its own account, for pages that arrive without one: a claim that nobody has checked. */
export function claimedAddress(document: Document): string | undefined {
  const canonical = webAddress(document.querySelector("link[rel~=canonical i][href]")?.getAttribute("href"));
  const shared = webAddress(document.querySelector('meta[property="og:url" i][content]')?.getAttribute("content"));
  // Who names two sites is wrong about one of them.
  const agree = !canonical || !shared || siteOf(canonical) === siteOf(shared);
  return (agree ? [canonical, shared].find((claim) => claim && isPage(claim)) : undefined) ?? savedFrom(document);
}

/** Templates name the site's front page as the address of every page. */
function isPage(address: string): boolean {
  const { pathname, search, hash } = new URL(address);
  return pathname !== "/" || search !== "" || /^#[!/]./.test(hash);
}

/** The same site has other doors for phones. */
function siteOf(address: string): string {
  return new URL(address).hostname.replace(/^(?:www|m|wap|mobile)\./, "");
}

/** Browsers that save a page leave its address in a comment above it, with the address's length in front. */
function savedFrom(document: Document): string | undefined {
  for (const node of [...document.childNodes, ...document.documentElement.childNodes]) {
    const comment = node.nodeType === 8 ? (node.nodeValue ?? "") : "";
    const match =
      /saved from url=\(\d+\)(\S+)/i.exec(comment) ?? /^\s*Page saved with SingleFile\s+url:\s*(\S+)/i.exec(comment);
    if (match) return webAddress(match[1]);
  }
  return undefined;
}

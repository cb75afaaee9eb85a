import type { Page, PagePicture } from "#capture/page.ts";

type Illustrated = Required<Pick<Page, "content" | "pictures">>;

const nowhere = "https://nowhere.invalid/";

/**
 * HTML and its pictures under names that need no base to be understood.
 * Addresses on the web stay as they are; where a page was saved from a disk, `src` becomes `cid:picture-n`.
 * Works on text, so that a worker can do it.
 */
export function namePictures(html: string, base: string, pictures: ReadonlyMap<string, PagePicture>): Illustrated {
  if (/^https?:/i.test(base)) return { content: html, pictures };
  const isPlain = (address: string) => /^(?:cid|https?):/i.test(address) && !address.startsWith(nowhere);
  const named = new Map([...pictures].filter(([address]) => isPlain(address)));
  const names = new Map<string, string>();
  const content = html.replace(/<img\b[^<>]*>/gi, (tag) =>
    tag.replace(/(\ssrc\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/i, (whole, before: string, value: string) => {
      const address = resolved(value.replace(/^["']|["']$/g, "").replace(/&(?:amp|#38|#x26);/gi, "&"), base);
      const picture = pictures.get(address);
      if (!picture || isPlain(address)) return whole;
      const name = names.get(address) ?? `cid:picture-${names.size + 1}`;
      names.set(address, name);
      named.set(name, picture);
      return `${before}"${name}"`;
    }),
  );
  return { content, pictures: named };
}

/** An address in full; where the base is no place at all, a made-up one keeps relative addresses comparable (RFC 2557 §5). */
export function resolved(address: string, base: string): string {
  const text = address.trim();
  const place = URL.canParse(base) && /^(?:https?|file):/i.test(base) ? base : nowhere;
  return URL.canParse(text, place) ? new URL(text, place).href : text;
}

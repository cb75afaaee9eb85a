import { sha256 } from "#domain/sha256.ts";
import { normalizeUrl } from "#domain/url.ts";
import { articleByIdentity, contentOf } from "#library/articles.ts";

/** What is known of a page that may say which one it is. */
export type Traits = {
  /** The address its way in knows. */
  given: string | undefined;
  /** The address the page itself names: anyone can write any there, and many write their front page. */
  claimed: string | undefined;
  title: string;
  text: string;
};

/** Characters of two texts that are compared: enough to tell one article's beginning from another's. */
const sample = 400;

/**
 * What makes two captures the same page: the address without its trimmings, else the words without their spacing.
 * An address that only the page claims counts while nobody else has it, or where title or words agree with who has.
 */
export async function identityOf({ given, claimed, title, text }: Traits): Promise<string> {
  const address = given ?? claimed;
  const normal = address && normalizeUrl(address);
  if (!normal || (!given && isFrontPage(normal))) return identityOfWords(text);
  const identity = `url:${normal}`;
  if (given) return identity;
  const other = await articleByIdentity(identity);
  if (!other || other.pending || bare(other.title) === bare(title)) return identity;
  const words = bare((await contentOf(other.id))?.text ?? "").slice(0, sample);
  return words !== "" && bare(text).startsWith(words) ? identity : identityOfWords(text);
}

async function identityOfWords(text: string): Promise<string> {
  return `text:${await sha256(new TextEncoder().encode(bare(text)))}`;
}

function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return pathname === "/" && search === "";
}

function bare(text: string): string {
  return text.replace(/\s+/g, "");
}

import type { Article } from "#domain/article.ts";
import { sha256 } from "#domain/sha256.ts";
import { normalizeUrl } from "#domain/url.ts";
import { articlesByIdentities, contentOf, type Draft } from "#library/articles.ts";

/** What is known of a page that may say which one it is. */
export type Traits = {
  /** The address its way in knows. */
  given: string | undefined;
  /** The address the page itself names: anyone can write any there, and many write their front page. */
  claimed: string | undefined;
  text: string;
  /** True when it is only a part of the page at that address. */
  part: boolean;
};

/** How far an identity holds: for good, while nobody else has it since only the page says so, or only for a part of the page. */
type Hold = "sure" | "claimed" | "part";

/** What makes a page the same as another; unless it is sure, `settleClaims` has yet to look. */
export type Identity = { identity: string; hold: Hold };

/** An article ready to be kept, but for its claim. */
export type Prepared = { draft: Draft; hold: Hold };

/** Characters of two texts that are compared: enough to tell one article's beginning from another's. */
const sample = 400;

/** What makes two captures the same page: the address without its trimmings, else the words without their spacing. */
export async function identityOf({ given, claimed, text, part }: Traits): Promise<Identity> {
  const address = given ?? claimed;
  const normal = address && normalizeUrl(address);
  if (!normal || (!given && isFrontPage(normal))) return { identity: await identityOfWords(text), hold: "sure" };
  const hold = given ? "sure" : "claimed";
  return { identity: `url:${normal}`, hold: part ? "part" : hold };
}

/**
 * Drafts with identities that hold: an address that only the page claims counts while nobody else has it, or where
 * title or words agree with who has. A part of a page takes the place of no page but one that waits for its words, and
 * is an article of its own by its words. The library is asked once for all; a batch asks when it writes, since a question
 * between two writes would wait for the disk. Bodies the reader put right stay so.
 */
export async function settleClaims(prepared: readonly Prepared[]): Promise<Draft[]> {
  return keepCorrections(await settled(prepared));
}

async function settled(prepared: readonly Prepared[]): Promise<Draft[]> {
  const claims = prepared.flatMap(({ draft, hold }) => (hold === "sure" ? [] : draft));
  if (claims.length === 0) return prepared.map(({ draft }) => draft);
  const others = await articlesByIdentities(claims.map(({ identity }) => identity));
  return Promise.all(
    prepared.map(async ({ draft, hold }) => {
      const other = hold === "sure" ? undefined : others[claims.indexOf(draft)];
      const holds = hold === "part" ? other?.pending : !other || other.pending || (await isSame(draft, other));
      return holds || hold === "sure" ? draft : { ...draft, identity: await identityOfWords(draft.text) };
    }),
  );
}

/** Drafts of pages whose bodies the reader put right, put right as they were; that comes seldom, and what it needs with it. */
async function keepCorrections(drafts: readonly Draft[]): Promise<Draft[]> {
  const known = await articlesByIdentities(drafts.map(({ identity }) => identity));
  const corrected = (article: Article | undefined) => article?.edited?.includes("body") && !article.pending;
  if (!known.some(corrected)) return [...drafts];
  const { keepCorrection } = await import("./keep-correction.ts");
  return Promise.all(
    drafts.map((draft, at) => {
      const article = known[at];
      return article && corrected(article) ? keepCorrection(draft, article) : draft;
    }),
  );
}

async function isSame({ title, text }: Draft, other: Article): Promise<boolean> {
  if (bare(other.title) === bare(title)) return true;
  const words = bare((await contentOf(other.id))?.text ?? "").slice(0, sample);
  return words !== "" && bare(text).startsWith(words);
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

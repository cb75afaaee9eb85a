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
};

/** What makes a page the same as another; `claimed` while only the page itself says so, and `settleClaims` has yet to look. */
export type Identity = { identity: string; claimed: boolean };

/** An article ready to be kept, but for its claim. */
export type Prepared = { draft: Draft; claimed: boolean };

/** Characters of two texts that are compared: enough to tell one article's beginning from another's. */
const sample = 400;

/** What makes two captures the same page: the address without its trimmings, else the words without their spacing. */
export async function identityOf({ given, claimed, text }: Traits): Promise<Identity> {
  const address = given ?? claimed;
  const normal = address && normalizeUrl(address);
  if (!normal || (!given && isFrontPage(normal))) return { identity: await identityOfWords(text), claimed: false };
  return { identity: `url:${normal}`, claimed: !given };
}

/**
 * Drafts with identities that hold: an address that only the page claims counts while nobody else has it, or where
 * title or words agree with who has. The library is asked once for all; a batch asks when it writes, since a question
 * between two writes would wait for the disk.
 */
export async function settleClaims(prepared: readonly Prepared[]): Promise<Draft[]> {
  const claims = prepared.flatMap(({ draft, claimed }) => (claimed ? draft : []));
  if (claims.length === 0) return prepared.map(({ draft }) => draft);
  const others = await articlesByIdentities(claims.map(({ identity }) => identity));
  return Promise.all(
    prepared.map(async ({ draft, claimed }) => {
      const other = claimed ? others[claims.indexOf(draft)] : undefined;
      if (!other || other.pending || bare(other.title) === bare(draft.title)) return draft;
      const words = bare((await contentOf(other.id))?.text ?? "").slice(0, sample);
      if (words !== "" && bare(draft.text).startsWith(words)) return draft;
      return { ...draft, identity: await identityOfWords(draft.text) };
    }),
  );
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

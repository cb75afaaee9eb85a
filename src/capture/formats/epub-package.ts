import { LiuyeError } from "#domain/errors.ts";
import { documentAt, type Place, placeOf } from "./epub-files.ts";
import type { Imprint } from "./html-page.ts";
import { elementsNamed } from "./parse-xml.ts";

type Entries = ReadonlyMap<string, Uint8Array>;
type Item = { path: string; type: string; properties: string };

/** A book by its package document: what it is, what is read in which order, and what its own contents list says. */
export type Book = {
  imprint: Imprint;
  spine: Item[];
  contents: (Place & { label: string })[];
  types: Map<string, string>;
};

/** Font obfuscation hides no words; every other algorithm does. EPUB OCF 3.3 §4.4, Adobe's note on fonts. */
const fontObfuscation = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;

/** Finds its way from container.xml (EPUB OCF 3.3 §4.2.6.3.1) to the package. Throws `archive-damaged` and `archive-locked`. */
export function readBook(entries: Entries): Book {
  const container = documentAt(entries, "META-INF/container.xml");
  const root = container && elementsNamed(container, "rootfile").map((element) => element.getAttribute("full-path"))[0];
  const packagePath = root ?? "";
  const opf = documentAt(entries, packagePath);
  if (!opf) throw new LiuyeError("archive-damaged");
  assertUnlocked(entries);
  const items = new Map<string, Item>();
  for (const element of elementsNamed(opf, "item")) {
    const place = placeOf(element.getAttribute("href") ?? "", packagePath);
    const attribute = (name: string) => element.getAttribute(name) ?? "";
    if (place)
      items.set(attribute("id"), { ...place, type: attribute("media-type"), properties: attribute("properties") });
  }
  const spine = elementsNamed(opf, "itemref")
    .map((element) => items.get(element.getAttribute("idref") ?? ""))
    .filter((item) => item !== undefined);
  const all = [...items.values()];
  return {
    imprint: imprintOf(opf),
    // A navigation document among the chapters would say again what our own list of contents says.
    spine: spine.filter(({ properties }) => !isNavigation(properties)),
    contents: contentsOf(entries, all),
    types: new Map(all.map(({ path, type }) => [path, type])),
  };
}

function assertUnlocked(entries: Entries): void {
  if (!entries.has("META-INF/encryption.xml")) return;
  const encryption = documentAt(entries, "META-INF/encryption.xml");
  const locked = (encryption ? elementsNamed(encryption, "encrypteddata") : []).some((element) => {
    const algorithm = elementsNamed(element, "encryptionmethod")[0]?.getAttribute("algorithm") ?? "";
    return !fontObfuscation.test(algorithm.trim());
  });
  if (locked) throw new LiuyeError("archive-locked");
}

function imprintOf(opf: Document): Imprint {
  const values = (name: string) =>
    elementsNamed(opf, name)
      .filter(({ localName }) => localName !== name) // dc:title, never a bare title
      .sort((one, other) => rank(one) - rank(other))
      .map((element) => element.textContent?.replace(/\s+/g, " ").trim() ?? "")
      .filter((value) => value !== "");
  const published = values("date").find((date) => /^(?:1[5-9]|20)\d\d/.test(date)); // Calibre writes 0101 for unknown
  return {
    title: values("title")[0],
    author: values("creator").join(", ") || undefined,
    site: values("publisher")[0],
    published,
    lang: values("language")[0],
  };
}

/** Of several dates the one of publication says most. */
function rank(element: Element): number {
  return element.getAttribute("opf:event") === "publication" ? 0 : 1;
}

function contentsOf(entries: Entries, items: readonly Item[]): Book["contents"] {
  const navigation = items.find(({ properties }) => isNavigation(properties));
  const found = navigation ? navigationIn(documentAt(entries, navigation.path), navigation.path) : [];
  if (found.length > 0) return found;
  const ncx = items.find(({ type }) => type === "application/x-dtbncx+xml");
  return ncx ? pointsIn(documentAt(entries, ncx.path), ncx.path) : [];
}

function isNavigation(properties: string): boolean {
  return properties.split(/\s+/).includes("nav");
}

function navigationIn(document: Document | undefined, path: string): Book["contents"] {
  const lists = document ? [...document.querySelectorAll("nav")] : [];
  const list = lists.find((nav) => nav.getAttribute("epub:type")?.split(/\s+/).includes("toc")) ?? lists[0];
  const links = list ? [...list.querySelectorAll("a[href]")] : [];
  return links.flatMap((link) => labelled(link.textContent, link.getAttribute("href"), path));
}

/** The older contents list, toc.ncx; DAISY Z39.86. */
function pointsIn(document: Document | undefined, path: string): Book["contents"] {
  return (document ? elementsNamed(document, "navpoint") : []).flatMap((point) => {
    const label = elementsNamed(point, "navlabel")[0]?.textContent;
    return labelled(label, elementsNamed(point, "content")[0]?.getAttribute("src"), path);
  });
}

function labelled(text: string | null | undefined, address: string | null | undefined, path: string): Book["contents"] {
  const label = text?.replace(/\s+/g, " ").trim();
  const place = address ? placeOf(address, path) : undefined;
  return label && place ? [{ ...place, label }] : [];
}

import type { Page, PagePicture } from "#capture/page.ts";
import { type Exported, readExported } from "#domain/exported.ts";
import { documentAt, fileAt, placeOf } from "./epub-files.ts";
import { htmlPage } from "./html-page.ts";
import { pictureIn } from "./picture.ts";

/** One article of a book that Liuye made: the chapter it is, and what goes with it. */
export type OwnChapter = { path: string; exported: Exported };

/** Where a book of ours lists its articles; programs that read books pass it over. */
const listPath = "META-INF/liuye.json";
/** More chapters than any book of ours: `unzip` takes no more files. */
const mostChapters = 20_000;

/** The articles of a book that Liuye made, as far as its list is in our form; none for any other book. */
export function ownChapters(entries: ReadonlyMap<string, Uint8Array>): OwnChapter[] {
  const bytes = entries.get(listPath);
  const list = bytes && parsed(new TextDecoder().decode(bytes));
  if (!Array.isArray(list)) return [];
  return list.slice(0, mostChapters).flatMap((one: unknown) => {
    const { file } = (one ?? {}) as { file?: unknown };
    const exported = readExported(one);
    return exported && typeof file === "string" && entries.has(file) ? [{ path: file, exported }] : [];
  });
}

/** A chapter as the page it was made of: its body alone, without the marks that were drawn into it. */
export function pageFromChapter({ path, exported }: OwnChapter, entries: ReadonlyMap<string, Uint8Array>): Page {
  const document = documentAt(entries, path);
  const body = document?.getElementById("liuye-body") ?? document?.body;
  const pictures = new Map<string, PagePicture>();
  for (const sign of body?.querySelectorAll(".liuye-sign") ?? []) sign.remove();
  for (const mark of body?.querySelectorAll(".liuye-mark") ?? []) mark.replaceWith(...mark.childNodes);
  for (const image of body?.querySelectorAll("img[src]") ?? []) {
    const place = placeOf(image.getAttribute("src") ?? "", path);
    const bytes = place && fileAt(entries, place.path);
    const picture = bytes && pictureIn(bytes);
    if (!picture) continue;
    const name = `cid:picture-${pictures.size + 1}`;
    pictures.set(name, picture);
    image.setAttribute("src", name);
  }
  const { title, byline, source, published, lang } = exported;
  const content = htmlPage({ title, author: byline, site: source, published, lang }, body?.innerHTML.trim() ?? "");
  const { url } = exported;
  return { kind: "html", via: "epub", content, pictures, whole: true, exported, ...(url && { url }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

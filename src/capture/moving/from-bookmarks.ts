import { belongingOf, type Row } from "./belonging.ts";
import { tagsIn } from "./html-tags.ts";

/** Nobody files deeper; a longer path is a trap, and would make every link below it slow. */
const mostFolders = 20;

type Link = { attributes: ReadonlyMap<string, string>; title: string; note: string };

/** Whether HTML is a file of bookmarks, as every browser and most bookmark services write them. */
export function isBookmarks(html: string): boolean {
  const head = html.slice(0, 4000).trimStart();
  if (/^<!DOCTYPE\s+NETSCAPE-Bookmark-file/i.test(head)) return true;
  return !/<(?:html|body)[\s>]/i.test(head) && /<DT>\s*<(?:H3|A)\b[^<]{0,2000}\sADD_DATE=/i.test(head);
}

/** Reads bookmarks; the folders a link lies in become its tags, except those the browser made. */
export function* fromBookmarks(html: string): Generator<Row> {
  const folders: string[] = [];
  let folder = "";
  let link: Link | undefined;
  let reading: "folder" | "title" | "note" | undefined;
  for (const { name, attributes, after } of tagsIn(html)) {
    // Whatever begins something new ends the link before it.
    if (link && ["a", "dt", "dl", "/dl", "h3"].includes(name)) {
      yield rowOf(link, folders);
      link = undefined;
    }
    if (["a", "dt", "dl", "/dl", "h3", "/a", "/h3"].includes(name)) reading = undefined;
    if (name === "h3") folder = "";
    if (name === "h3" && !isMadeByBrowser(attributes)) reading = "folder";
    else if (name === "dl") folders.push(folder.trim());
    else if (name === "/dl") folders.pop();
    else if (name === "dd") reading = link && "note";
    else if (name === "a") {
      link = { attributes, title: "", note: "" };
      reading = "title";
    }
    if (name === "dl") folder = "";
    if (reading === "folder") folder += after;
    else if (reading && link) link[reading] += name === "br" ? `\n${after}` : after;
  }
  if (link) yield rowOf(link, folders);
}

function rowOf({ attributes, title, note }: Link, folders: string[]): Row {
  return belongingOf({
    url: attributes.get("href"),
    title,
    savedAt: attributes.get("add_date"),
    tags: [...folders.slice(0, mostFolders), ...(attributes.get("tags") ?? "").split(",")],
    note,
  });
}

function isMadeByBrowser(attributes: ReadonlyMap<string, string>): boolean {
  return attributes.has("personal_toolbar_folder") || attributes.has("unfiled_bookmarks_folder");
}

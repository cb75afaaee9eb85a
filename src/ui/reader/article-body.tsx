import { useEffect, useRef } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { picturesById } from "#library/pictures.ts";
import { convertBody, converterTo, type ShownScript } from "./convert-script.ts";
import { markLongRuns } from "./long-runs.ts";
import "./prose.css";

type ArticleBodyProps = {
  html: string;
  lang: string;
  /** The writing Chinese text is shown in. */
  script?: ShownScript;
  /** Called with the element each time it has been filled. */
  onFilled: (body: HTMLElement) => void;
  /** Called before that with the clean article, while nothing of ours is in it. */
  onClean?: (fragment: DocumentFragment) => void;
};

/** Pictures up to this many CSS pixels high or wide are bullets and smileys, not worth a box of their own. */
const tinyPicture = 40;

/** What a table's cell keeps on one line: a word or two, or a figure, a date, a time. */
const shortCell = /^(?:.{0,5}|[\d\s.,:%/+−–-]{0,20})$/u;

/** The one way out for foreign HTML: it is cleaned again here, whatever the library says of it. */
export function ArticleBody({ html, lang, script = "stored", onFilled, onClean }: ArticleBodyProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const closing = new AbortController();
    Promise.all([import("#domain/sanitize.ts"), converterTo(script)])
      .then(async ([{ sanitizeToFragment }, convert]) => {
        const body = holder.current;
        if (closing.signal.aborted || !body) return;
        const fragment = sanitizeToFragment(html);
        onClean?.(fragment);
        for (const picture of fragment.querySelectorAll<HTMLImageElement>("img:not([data-picture])")) {
          if (!picture.hasAttribute("src")) replaceMissing(picture);
        }
        for (const table of fragment.querySelectorAll("table")) letScroll(table);
        markLongRuns(fragment);
        if (script !== "stored") convertBody(fragment, script, convert); // last: nothing may cut a converted text
        body.replaceChildren(fragment);
        watchOverflow(body, closing.signal);
        onFilled(body);
        await showPictures(body, closing.signal);
      })
      .catch(reportError);
    return () => closing.abort();
  }, [html, script]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only for links inside, which have their own keys
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div ref={holder} class="prose" lang={lang} onClick={(event) => stayOnThisPage(event, holder.current)} />
  );
}

/** Gives the kept pictures of a filled body to its images; the addresses end with `closing`. */
async function showPictures(body: HTMLElement, closing: AbortSignal): Promise<void> {
  const images = [...body.querySelectorAll<HTMLImageElement>("img[data-picture]")];
  const kept = new Map((await picturesById(images.map(pictureId))).map((picture) => [picture.id, picture]));
  if (closing.aborted) return;
  const addresses: string[] = [];
  for (const image of images) {
    const picture = kept.get(pictureId(image));
    if (!picture) {
      replaceMissing(image);
      continue;
    }
    const address = URL.createObjectURL(new Blob([picture.bytes], { type: picture.type }));
    addresses.push(address);
    image.src = address;
  }
  closing.addEventListener("abort", () => {
    for (const address of addresses) URL.revokeObjectURL(address);
  });
}

function pictureId(image: HTMLImageElement): string {
  return image.dataset.picture ?? "";
}

/** A picture that was not kept becomes a quiet box with its description. */
function replaceMissing(picture: HTMLImageElement): void {
  const [width, height] = ["width", "height"].map((side) => Number.parseInt(picture.getAttribute(side) ?? "", 10));
  if ((width ?? Infinity) <= tinyPicture || (height ?? Infinity) <= tinyPicture) {
    picture.remove();
    return;
  }
  const box = document.createElement("span");
  box.className = "missing-picture";
  const address = picture.dataset.remoteSrc ?? "";
  if (/^https?:/i.test(address)) box.dataset.address = address; // for web-pictures.ts, on the reader's word
  if (picture.alt) box.dataset.alt = picture.alt;
  if (width && height) box.dataset.shape = `${width} / ${height}`;
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", picture.alt ? `${t.reader.picture}: ${picture.alt}` : t.reader.picture);
  box.textContent = picture.alt || t.reader.picture;
  picture.replaceWith(box);
}

/** A wide table scrolls in its own box and never widens the page; cells with little in them keep it on one line. */
function letScroll(table: HTMLTableElement): void {
  const box = document.createElement("div");
  box.className = "table-box";
  for (const cell of table.querySelectorAll("td, th")) {
    cell.classList.toggle("table-short", shortCell.test(cell.textContent?.trim() ?? ""));
  }
  table.replaceWith(box);
  box.append(table);
}

/** A box is named and a tab stop, so that keys scroll it, only as long as something in it is out of sight. */
function watchOverflow(body: HTMLElement, closing: AbortSignal): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target: box } of entries) {
      const attributes = {
        role: "region",
        "aria-label": box.querySelector("caption")?.textContent || t.reader.table,
        tabindex: "0",
      };
      for (const [name, value] of Object.entries(attributes)) {
        if (box.scrollWidth > box.clientWidth) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }
  });
  for (const box of body.querySelectorAll(".table-box")) observer.observe(box);
  closing.addEventListener("abort", () => observer.disconnect());
}

/** A link within the article scrolls to its place; as an address it would leave the article for an unknown screen. */
function stayOnThisPage(event: MouseEvent, body: HTMLElement | null): void {
  const href = (event.target as Element).closest("a")?.getAttribute("href");
  if (!href?.startsWith("#")) return;
  event.preventDefault();
  const names = [href.slice(1), decoded(href.slice(1))].map((name) => CSS.escape(name));
  body?.querySelector(names.flatMap((name) => [`#${name}`, `[name="${name}"]`]).join(", "))?.scrollIntoView();
}

/** An address says 注 as %E6%B3%A8, an id says it plainly. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

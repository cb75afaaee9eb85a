import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { picturesById } from "#library/pictures.ts";
import { sliceAt } from "./body/body-place.ts";
import { dressBody, replaceMissing, type Setting } from "./body/dress-body.ts";
import { painted } from "./body/painted.ts";
import { fillSlice, isWaiting, sliceBlocks, waitingSlices } from "./body/slices.ts";
import { whenIdle } from "./body/when-idle.ts";
import { convertBody, converterTo, type ShownScript } from "./place/convert-script.ts";
import { rememberRuns } from "./place/reading-place.ts";
import "#ui/styles/marks.css";
import "./prose.css";

type ArticleBodyProps = {
  html: string;
  lang: string;
  /** The writing Chinese text is shown in. */
  script?: ShownScript;
  /** Whether its lines run downward; a change fills it anew. */
  vertical?: boolean;
  /** Called with the element each time all of it has been filled. */
  onFilled: (body: HTMLElement) => void;
  /** Called before that with the clean article, while nothing of ours is in it. */
  onClean?: (fragment: DocumentFragment) => void;
  /** Where reading begins, in characters. Whoever gives it has a long body filled from there on, and the rest when there is time. */
  startAt?: (body: HTMLElement) => number | Promise<number>;
  /** Called when the text around that place can be read. */
  onOpened?: (body: HTMLElement) => void;
};

/** Markup longer than this, in characters, is filled slice by slice: less is cleaned within a frame or two. */
const longBody = 16_000;

/** A place nearer to the end of its slice than this, in characters, may show the next one: more than a large screen holds. */
const screenful = 3000;

// Fetched with the reading page, so that it is there when an article is opened.
const sanitizer = import("#domain/sanitize.ts");

/** A short body that was made ready ahead, and for which setting. */
let ready: (Setting & { markup: string; fragment: DocumentFragment; length: number }) | undefined;

/** Cleans and dresses a body that is about to be shown, while there is time; a long one is cleaned slice by slice anyway. */
export async function makeReady(markup: string, setting: Setting): Promise<void> {
  if (markup.length > longBody) return;
  const { sanitizeToShow } = await sanitizer;
  const fragment = sanitizeToShow(markup);
  const length = fragment.textContent?.length ?? 0;
  sliceBlocks(fragment);
  dressBody(fragment, setting);
  ready = { ...setting, markup, fragment, length };
}

/** What was made ready ahead, once, if it is this. */
function takeReady(markup: string, { lang, vertical, startAt, onClean }: ArticleBodyProps): typeof ready {
  const taken = ready;
  ready = undefined;
  const isThis = taken?.markup === markup && taken.lang === lang && taken.vertical === vertical;
  return isThis && startAt && !onClean ? taken : undefined;
}

/** The one way out for foreign HTML: it is cleaned again here, whatever the library says of it. */
export function ArticleBody(props: ArticleBodyProps) {
  const { html, lang, script = "stored", vertical = false } = props;
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Before anything is painted: the words come with their title.
    const closing = new AbortController();
    const body = holder.current;
    if (body) fill(body, props, closing.signal).catch(reportError);
    return () => closing.abort();
  }, [html, script, vertical]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only for links inside, which have their own keys
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div ref={holder} class="prose" lang={lang} dir="auto" onClick={(event) => stayOnThisPage(event, holder.current)} />
  );
}

async function fill(body: HTMLElement, props: ArticleBodyProps, closing: AbortSignal): Promise<void> {
  const { html, script = "stored", vertical, onClean, startAt, onOpened, onFilled } = props;
  const [{ sanitizeToShow }, convert] = await Promise.all([sanitizer, converterTo(script)]);
  if (closing.aborted) return;
  const overflow = watchOverflow(closing);
  const dressed = (markup: string) => {
    const taken = takeReady(markup, props);
    const fragment = taken?.fragment ?? sanitizeToShow(markup);
    onClean?.(fragment);
    const length = taken?.length ?? fragment.textContent?.length ?? 0;
    if (!taken) {
      if (startAt) sliceBlocks(fragment);
      dressBody(fragment, props);
    }
    if (script !== "stored") convertBody(fragment, script, convert); // last: nothing may cut a converted text
    finish(fragment, overflow, closing);
    return { fragment, length };
  };
  const slices = startAt && html.length > longBody ? waitingSlices(html, dressed) : undefined;
  if (startAt) measureLines(body, vertical ? "down" : "across", closing);
  if (slices) {
    body.replaceChildren(...slices);
    const start = (await startAt?.(body)) ?? 0;
    if (closing.aborted) return;
    for (const slice of slicesAround(slices, start)) fillSlice(slice);
    onOpened?.(body);
    await fillOthers(body, slices, start, closing);
  } else {
    body.replaceChildren(dressed(html).fragment);
    await startAt?.(body);
    if (closing.aborted) return;
    onOpened?.(body);
    if (onOpened) await painted(); // what is done with the whole body need not keep its words waiting
  }
  if (!closing.aborted) onFilled(body);
}

/** The slices that may be on screen when reading begins at a place. */
function slicesAround(slices: readonly HTMLElement[], start: number): HTMLElement[] {
  return [start, start + screenful].flatMap((offset) => sliceAt(slices, offset) ?? []);
}

/** Fills what is still waiting: at once what comes near the screen or is printed, the rest when there is time. */
async function fillOthers(
  body: HTMLElement,
  slices: readonly HTMLElement[],
  start: number,
  closing: AbortSignal,
): Promise<void> {
  const near = (event: Event) => {
    if (!(event as ContentVisibilityAutoStateChangeEvent).skipped) fillSlice(event.target as HTMLElement);
  };
  body.addEventListener("contentvisibilityautostatechange", near, { capture: true, signal: closing });
  addEventListener("beforeprint", () => slices.forEach(fillSlice), { signal: closing });
  const place = Math.max(slices.indexOf(sliceAt(slices, start) as HTMLElement), 0);
  for (const slice of [...slices.slice(place), ...slices.slice(0, place).reverse()]) {
    if (isWaiting(slice)) await whenIdle();
    if (closing.aborted) return;
    fillSlice(slice);
    rememberRuns(slice);
  }
}

/** What is out of sight is told so many milliseconds after a change: what is in sight comes first. */
const patience = 200;

/** Characters in a line, as last seen; the next article is nearly always set the same. */
const lineEms = { across: 20, down: 38 };

/** Tells the stylesheet how many characters a line has, by which it knows how tall a slice out of sight will be. */
function measureLines(body: HTMLElement, lines: keyof typeof lineEms, closing: AbortSignal): void {
  const tell = () => body.style.setProperty("--line-ems", String(lineEms[lines]));
  tell();
  let timer = 0;
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const { inlineSize, fontSize } = getComputedStyle(body);
      const before = lineEms[lines];
      lineEms[lines] = Math.round(Number.parseFloat(inlineSize) / Number.parseFloat(fontSize)) || before;
      if (lineEms[lines] !== before) tell();
    }, patience);
  });
  observer.observe(body);
  closing.addEventListener("abort", () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}

/** Sees to the boxes and pictures of content that is about to be shown. */
function finish(content: DocumentFragment, overflow: ResizeObserver, closing: AbortSignal): void {
  for (const box of content.querySelectorAll(".table-box, pre")) overflow.observe(box);
  showPictures([...content.querySelectorAll<HTMLImageElement>("img[data-picture]")], closing).catch(reportError);
}

/** Gives the kept pictures to their images; the addresses end with `closing`. */
async function showPictures(images: HTMLImageElement[], closing: AbortSignal): Promise<void> {
  if (images.length === 0) return;
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

/** A box is named and a tab stop, so that keys scroll it, only as long as something in it is out of sight. */
function watchOverflow(closing: AbortSignal): ResizeObserver {
  const observer = new ResizeObserver((entries) => {
    for (const { target: box } of entries) {
      const attributes = {
        role: "region",
        "aria-label":
          box.localName === "pre" ? t.aids.code : box.querySelector("caption")?.textContent || t.reader.table,
        tabindex: "0",
      };
      for (const [name, value] of Object.entries(attributes)) {
        if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }
  });
  closing.addEventListener("abort", () => observer.disconnect());
  return observer;
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

// A body is cut into slices, so that what is out of sight is not laid out. A long one is cut twice: its outer slices hold
// their words as plain text from the first moment, so that places, search and the browser's own find are right, and get
// their real content when it is wanted, or when there is time.
import { cutMarkup } from "./cut-markup.ts";
import "./slice.css";

/** A slice has at least so many characters: a screen of a phone. Many more would be laid out at a change of type. */
const fewest = 400;

/** From so many on it ends at any block, not only between two paragraphs. */
const most = 1600;

/** So many characters of a slice tell how wide the others are. */
const sample = 200;

/** What a character takes of a line, in ems: a Chinese one all of it, another about half. */
const [wide, narrow] = [1, 0.5];
const firstWide = 0x2e80;

const heading = /^H[1-6]$/;

/** Makes of markup what is to be shown, and tells how long it is before anything of ours is in it. */
type Fill = (markup: string) => { fragment: DocumentFragment; length: number };

const waiting = new WeakMap<Element, { markup: string; fill: Fill }>();
const lengths = new WeakMap<Element, number>();

/** Cuts the markup of a long body into slices that wait to be filled; undefined where it cannot be cut. */
export function waitingSlices(html: string, fill: Fill): HTMLElement[] | undefined {
  return cutMarkup(html)?.map(({ markup, text }) => {
    const slice = emptySlice(text, text.length / 100);
    slice.textContent = text;
    waiting.set(slice, { markup, fill });
    return slice;
  });
}

/** Puts the blocks of clean content into slices; a few blocks stay as they are. */
export function sliceBlocks(content: DocumentFragment): void {
  if ((content.textContent?.length ?? 0) < 3 * fewest) return;
  const slices: HTMLElement[] = [];
  let nodes: ChildNode[] = [];
  let text = "";
  let last: Element | undefined;
  const end = () => {
    const slice = emptySlice(text, nodes.length / 2);
    slice.append(...nodes);
    slices.push(slice);
    nodes = [];
    text = "";
  };
  for (const node of [...content.childNodes]) {
    if (node instanceof Element) {
      const isBetween = last?.tagName === "P" && (node.tagName === "P" || heading.test(node.tagName));
      if (text.length >= most || (text.length >= fewest && isBetween)) {
        end();
        slices.at(-1)?.classList.toggle("slice-before-heading", heading.test(node.tagName));
      }
      last = node;
    }
    nodes.push(node);
    text += node.textContent;
  }
  if (nodes.length > 0) end();
  content.replaceChildren(...slices);
}

/** The slices of a body, or of an outer slice, in order; none where it is not cut. */
export function slicesOf(holder: HTMLElement): HTMLElement[] {
  return [...holder.children].filter((child): child is HTMLElement => child.classList.contains("slice"));
}

/** How many characters of the article a slice holds. */
export function lengthOf(slice: Element): number {
  return lengths.get(slice) ?? slice.textContent?.length ?? 0;
}

/** Whether a slice still holds only its words. */
export function isWaiting(slice: Element): boolean {
  return waiting.has(slice);
}

/** Whether a slice begins with a heading of the upper levels. */
export function beginsSection(slice: Element): boolean {
  const markup = waiting.get(slice)?.markup;
  if (markup !== undefined) return /^\s*<h[1-3]\b/i.test(markup);
  let first: Element | null = slice;
  while (first?.classList.contains("slice")) first = first.firstElementChild;
  return /^H[1-3]$/.test(first?.tagName ?? "");
}

/** Gives a slice its real content, where it still waits for it. */
export function fillSlice(slice: HTMLElement): void {
  const { markup, fill } = waiting.get(slice) ?? {};
  if (markup === undefined || !fill) return;
  waiting.delete(slice);
  const { fragment, length } = fill(markup);
  lengths.set(slice, length); // one the cleaner took words out of is shorter than it seemed
  slice.replaceChildren(fragment);
}

function emptySlice(text: string, blocks: number): HTMLElement {
  const slice = document.createElement("div");
  slice.className = "slice";
  slice.style.setProperty("--ems", emsOf(text).toFixed());
  slice.style.setProperty("--blocks", blocks.toFixed());
  lengths.set(slice, text.length);
  return slice;
}

function emsOf(text: string): number {
  const length = Math.min(text.length, sample);
  if (length === 0) return 0;
  let sum = 0;
  for (let at = 0; at < length; at++) sum += text.charCodeAt(at) >= firstWide ? wide : narrow;
  return (sum / length) * text.length;
}

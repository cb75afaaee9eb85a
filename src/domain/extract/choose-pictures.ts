import type { ParsedPage } from "./parsed-page.ts";
import { isPixel } from "./prepare.ts";
import { candidatesIn } from "./source-set.ts";

/** In pixels: no screen an article is read on shows more. */
const widest = 2000;
/** What a picture at its single density is taken to measure, where nothing says so. */
const usualWidth = 800;
/** A picture written into the page in so many characters is a blur that stands in for another. */
const longestBlur = 4000;

const standIn = /^(?:1x1|blank|spacer|transparent|placeholder|pixel|loading|lazy|gr[ae]y)\b/i;
const pictureFile = /^(?!(?:data|blob|javascript):)\S{1,2000}\.(?:jpe?g|png|webp|gif|avif)(?:[?#]\S*)?$/i;
const raster = /^image\/(?:jpe?g|png|webp|gif|avif)$/i;

/** Gives pictures without an address of their own the largest one a screen has use for of those they may choose from. */
export function choosePictures({ document }: ParsedPage): void {
  for (const image of document.querySelectorAll("img")) {
    const pixel = isPixel(image);
    if (!pixel && !isStandIn(image.getAttribute("src")?.trim() ?? "")) continue;
    const own = largestIn([image]);
    const sources = image.closest("picture")?.querySelectorAll("source") ?? [];
    const chosen =
      own ?? largestIn([...sources].filter(({ type }) => type === "" || raster.test(type))) ?? awaitedIn(image);
    if (!chosen) continue;
    image.setAttribute("src", chosen);
    if (pixel) for (const name of ["width", "height", "style"]) image.removeAttribute(name);
  }
}

/** What some script would have put in its place, in an attribute of whatever name. */
function awaitedIn(image: Element): string | undefined {
  return [...image.attributes].find(({ name, value }) => name.startsWith("data-") && pictureFile.test(value))?.value;
}

function isStandIn(address: string): boolean {
  if (/^data:/i.test(address)) return address.length < longestBlur || /^data:image\/svg/i.test(address);
  const name = address.split(/[?#]/, 1)[0]?.split("/").at(-1) ?? "";
  return name === "" || address === "about:blank" || standIn.test(name);
}

function largestIn(elements: readonly Element[]): string | undefined {
  const sized = elements
    .flatMap((element) => ["srcset", "data-srcset"].map((name) => element.getAttribute(name) ?? ""))
    .flatMap(candidatesIn)
    .filter(({ address }) => !/^(?:data|blob|javascript):|\.svgz?(?:[?#]|$)/i.test(address))
    .map(({ address, size }) => ({ address, width: widthOf(size) }))
    .sort((one, other) => one.width - other.width);
  return (sized.findLast(({ width }) => width <= widest) ?? sized[0])?.address;
}

function widthOf(size: string): number {
  const number = Number.parseFloat(size);
  if (Number.isNaN(number)) return usualWidth;
  return size.endsWith("x") ? number * usualWidth : number;
}

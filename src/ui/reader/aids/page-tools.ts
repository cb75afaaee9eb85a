import { t } from "#i18n/messages.ts";
import { type AidIconName, shapeOf } from "./aid-icon.tsx";
import "./page-tools.css";

/** What tapping a thing of the page opens. */
type Answers = {
  onFullView: (thing: HTMLImageElement | HTMLTableElement) => void;
  onCopy: (code: HTMLElement) => void;
};

/**
 * Puts the buttons of tables and blocks of code into a filled body and makes pictures open. The buttons hold no text:
 * no character of the body may move. Returns the function that ends it.
 */
export function placeTools(body: HTMLElement, { onFullView, onCopy }: Answers): () => void {
  const closing = new AbortController();
  for (const table of body.querySelectorAll<HTMLTableElement>(".table-box > table")) {
    placeTool(table.parentElement ?? table, "enlarge", t.aids.enlargeTable, () => onFullView(table));
  }
  for (const code of body.querySelectorAll("pre")) placeTool(code, "copy", t.aids.copyCode, () => onCopy(code));
  for (const picture of body.querySelectorAll("img")) {
    if (picture.closest("a[href]")) continue;
    picture.tabIndex = 0;
    picture.setAttribute("role", "button");
    picture.setAttribute("aria-label", t.aids.enlargePicture(picture.alt));
  }
  const open = (event: Event) => {
    const picture = event.target;
    if (!(picture instanceof HTMLImageElement) || picture.getAttribute("role") !== "button" || !picture.src) return;
    if (event instanceof KeyboardEvent && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation(); // a tap on the page itself would show or hide the bars
    onFullView(picture);
  };
  body.addEventListener("click", open, { signal: closing.signal });
  body.addEventListener("keydown", open, { signal: closing.signal });
  return () => {
    closing.abort();
    for (const tool of body.querySelectorAll(".page-tools")) tool.remove();
  };
}

function placeTool(before: Element, icon: AidIconName, label: string, run: () => void): void {
  const place = document.createElement("div");
  place.className = "page-tools";
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-label", label);
  button.title = label;
  button.append(drawing(icon));
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    run();
  });
  place.append(button);
  before.before(place);
}

function drawing(icon: AidIconName): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("fill", "none");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", shapeOf(icon));
  svg.append(path);
  return svg;
}

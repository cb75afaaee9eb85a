// Pictures whose sites let no other site read them: shown for as long as their article stays open, never kept. Each is
// drawn by public/picture.html in a frame that is nobody's (a sandbox without an origin), so that this page itself
// never draws anything from elsewhere.
import type { Fetched } from "#capture/fetch-pictures.ts";
import { t } from "#i18n/messages.ts";

/** The page that draws one picture, given behind the `#`. */
const framePage = "picture.html";

/** Pictures of up to this many pixels a side count readers. */
const trackingPixel = 2;

/** What a picture of unknown size takes until it has come: the commonest shape of photographs. */
const usualShape = "3 / 2";

/** What came of asking for the pictures that are missing, and whom to tell of one that could not even be shown. */
export type Asked = Pick<Fetched, "failures"> & { onLost: () => void };

/** Shows the pictures that may only be shown in their places, and says in those of the others why they did not come; all of it ends with `closing`. */
export function showWebPictures(body: HTMLElement, { failures, onLost }: Asked, closing: AbortSignal): void {
  const boxes = new Map<HTMLIFrameElement, HTMLElement>();
  for (const box of body.querySelectorAll<HTMLElement>(".missing-picture[data-address]:not(.web-picture)")) {
    const failure = failures.get(box.dataset.address ?? "") ?? "refused";
    if (failure === "refused") boxes.set(frameIn(box), box);
    else sayWhy(box, failure === "unreachable" || failure === "not-found" ? t.pictures[failure] : t.pictures.failed);
  }
  addEventListener(
    "message",
    ({ source, data }) => {
      const [frame, box] = [...boxes].find(([{ contentWindow }]) => contentWindow === source) ?? [];
      const size = sizeIn(data);
      if (!frame || !box || !size) return;
      boxes.delete(frame); // it says one thing
      settle(frame, box, size, onLost);
    },
    { signal: closing },
  );
  closing.addEventListener("abort", () => {
    for (const frame of body.querySelectorAll(".web-picture iframe")) frame.remove();
  });
}

function frameIn(box: HTMLElement): HTMLIFrameElement {
  const { address = "", shape = usualShape } = box.dataset;
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.setAttribute("credentialless", ""); // where it is known, the site's own cookies stay out of it
  frame.referrerPolicy = "no-referrer";
  frame.loading = "lazy";
  frame.tabIndex = -1;
  frame.ariaHidden = "true"; // the box around it has the name
  frame.style.aspectRatio = shape;
  frame.src = `${framePage}#${encodeURIComponent(address)}`;
  box.classList.add("web-picture");
  box.style.aspectRatio = ""; // the frame has its shape
  box.style.maxWidth = "";
  box.append(frame);
  return frame;
}

/** Gives a picture that came its own shape, takes away what only counts readers, and says where none came. */
function settle(
  frame: HTMLIFrameElement,
  box: HTMLElement,
  [width, height]: [number, number],
  onLost: () => void,
): void {
  if (width === 0 || height === 0) {
    frame.remove();
    box.classList.remove("web-picture");
    sayWhy(box, t.pictures.failed);
    onLost();
    return;
  }
  if (width <= trackingPixel || height <= trackingPixel) {
    box.remove();
    return;
  }
  frame.style.aspectRatio = `${width} / ${height}`;
  frame.style.maxWidth = `${width}px`;
  box.dataset.shown = "";
  box.ariaLabel = [t.pictures.fromWeb, box.dataset.alt].filter(Boolean).join(": ");
}

function sayWhy(box: HTMLElement, why: string): void {
  const words = [box.dataset.alt, why].filter(Boolean).join(" · ");
  box.textContent = words;
  box.ariaLabel = words;
}

/** The size a frame tells: the frame is not trusted to tell anything else. */
function sizeIn(message: unknown): [number, number] | undefined {
  if (typeof message !== "object" || message === null || !("picture" in message)) return undefined;
  const size: unknown = message.picture;
  if (!Array.isArray(size) || size.length !== 2) return undefined;
  const [width, height]: unknown[] = size;
  const isLength = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
  return isLength(width) && isLength(height) ? [width, height] : undefined;
}

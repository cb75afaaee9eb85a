import { type ReadonlySignal, signal } from "@preact/signals";
import type { Handed } from "#capture/from-bookmarklet.ts";
import { codeOf, type ErrorCode } from "#domain/errors.ts";
import { askToPersist } from "#library/storage.ts";
import { go } from "#ui/router.ts";
import { isOwnKey } from "./bookmarklet-key.ts";

/**
 * How far a page from the bookmarklet has come. `nobody`: no window opened this one, or the site cut the two apart;
 * `refused`: what came is not what the bookmarklet sends; `asking`: it may be a site's own doing, not the reader's.
 */
export type Receiving =
  | { step: "waiting" | "nobody" | "refused" }
  | { step: "asking" | "keeping"; title: string; host: string }
  | { step: "failed"; title: string; code: ErrorCode }
  | { step: "kept"; title: string; refreshed: boolean };

/** How long the bookmarklet may gather pictures before nobody is thought to be there, in milliseconds. */
const patience = 20_000;

const state = signal<Receiving>({ step: "waiting" });
let begun = "";
let asked: Handed = null;

/** What is happening to the page this window was opened for. */
export const receiving: ReadonlySignal<Receiving> = state;

/** Waits for the page the bookmarklet sends with this nonce, keeps it and opens it; once for each nonce. */
export async function receive(nonce: string): Promise<void> {
  if (begun === nonce) return;
  begun = nonce;
  const { opener } = window;
  if (!opener) {
    state.value = { step: "nobody" };
    return;
  }
  state.value = { step: "waiting" };
  const door = new AbortController();
  const late = setTimeout(() => {
    door.abort();
    state.value = { step: "nobody" };
  }, patience);
  const { receivePage } = await import("#capture/from-bookmarklet.ts");
  const handed = await receivePage(opener, nonce, door.signal);
  clearTimeout(late);
  if (!handed) {
    state.value = { step: "refused" };
    return;
  }
  if (isOwnKey(handed.key)) await keep(handed);
  else {
    asked = handed;
    state.value = { step: "asking", ...saying(handed) };
  }
}

/** Keeps the page that was asked about. */
export async function keepAsked(): Promise<void> {
  if (asked) await keep(asked);
  asked = null;
}

/** Lets the page that was asked about go; where the browser does not let the window close, the shelf is in it. */
export function refuseAsked(): void {
  asked = null;
  closeWindow();
  go({ screen: "shelf" }, { replace: true });
}

/** Closes this window; where the browser does not let it, only the word about it goes away. */
export function closeWindow(): void {
  state.value = { step: "waiting" };
  window.close();
}

async function keep(handed: NonNullable<Handed>): Promise<void> {
  const { page, title } = handed;
  state.value = { step: "keeping", ...saying(handed) };
  try {
    const { capture } = await import("#capture/capture.ts");
    const { article, refreshed } = await capture(page, Date.now());
    state.value = { step: "kept", title: article.title, refreshed };
    void askToPersist().catch(reportError);
    go({ screen: "shelf", article: article.id }, { replace: true }); // a reload finds the article, not the open door
  } catch (error) {
    const code = codeOf(error);
    if (code === "unknown") reportError(error);
    state.value = { step: "failed", title, code };
  }
}

function saying({ page, title }: NonNullable<Handed>): { title: string; host: string } {
  return { title, host: new URL(page.url).host };
}

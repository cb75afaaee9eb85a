import { type ReadonlySignal, signal } from "@preact/signals";
import type { Candidate } from "#capture/batch.ts";
import { firstLink, pieceOf, shareInAddress } from "#capture/from-share.ts";
import { filesOf, inboxName, leaveShare, type Share, takeOut, waitingShares } from "#capture/share-inbox.ts";
import { normalizeUrl } from "#domain/url.ts";
import { t } from "#i18n/messages.ts";
import { articleByIdentity } from "#library/articles.ts";
import { add, addFiles, addLink } from "./adding.ts";
import { isSettled } from "./shared-outcome.ts";

/** Why something shared did not come in: too much waits already, or the browser could not hold it. */
export type SharedTrouble = "full" | "failed";

/** Chromium's way of handing over files that were opened with Liuye. */
type LaunchQueue = { setConsumer(consume: (launch: { files?: FileSystemFileHandle[] }) => void): void };

/** Where this window was when it was last left, in sessionStorage: a share may have been sent in its place. */
const leftAt = "liuye:left-at";

const channel = new BroadcastChannel(inboxName);
const waiting = signal<readonly Share[]>([]);
const trouble = signal<SharedTrouble | undefined>(undefined);
const busy = signal(false);
let homeless: readonly Share[] = []; // what came where there is no Cache Storage: it lives as long as this page

/** What was shared and waits for the reader's word, the earliest first. */
export const arrivals: ReadonlySignal<readonly Share[]> = waiting;

/** What there is to say about a share that did not come in. */
export const sharedTrouble: ReadonlySignal<SharedTrouble | undefined> = trouble;

/** True while a share is being kept: it has been spoken for, and is still here in case it goes wrong. */
export const keepingShare: ReadonlySignal<boolean> = busy;

/** Takes in what the address brought, and from now on whatever comes into the inbox; nothing of it is kept by itself. */
export function watchShares(): void {
  takeFromAddress().then(look).catch(reportError);
  addEventListener("pagehide", () => sessionStorage.setItem(leftAt, location.hash));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") look().catch(reportError);
  });
  channel.addEventListener("message", () => look().catch(reportError));
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  // Files the reader opened with Liuye are the reader's own deed: they go straight in.
  launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length > 0)
      Promise.all(files.map((file) => file.getFile()))
        .then(addFiles)
        .catch(reportError);
  });
}

/** Keeps a share; it leaves the inbox only when that is done, so that a page killed on the way loses nothing. */
export async function keepShare(share: Share): Promise<void> {
  if (busy.peek()) return;
  busy.value = true;
  try {
    if (await isKept(share)) await putAway([share]);
  } finally {
    busy.value = false;
  }
}

/** Lets shares go without keeping anything of them. */
export async function refuseShares(shares: readonly Share[]): Promise<void> {
  await putAway(shares);
}

/** Puts the word about a share that did not come in away. */
export function dismissSharedTrouble(): void {
  trouble.value = undefined;
}

/** The host a share points at; undefined when it has no address. */
export function hostOf({ title, text, url }: Share): string | undefined {
  const link = firstLink(url) ?? firstLink(text) ?? firstLink(title);
  return link && new URL(link.url).host;
}

async function isKept(share: Share): Promise<boolean> {
  const files = await filesOf(share);
  const piece = pieceOf(share);
  if (piece?.kind === "link" && files.length === 0) {
    await addLink(piece.url, piece.title);
    return (await articleByIdentity(`url:${normalizeUrl(piece.url)}`)) !== null;
  }
  const candidates: Candidate[] = [];
  if (piece?.kind === "text") {
    const { url, ...words } = piece.page;
    // A few words about a page must not take the place of the page itself.
    const known = url ? await articleByIdentity(`url:${normalizeUrl(url)}`) : null;
    const page = known && !known.pending ? words : piece.page;
    candidates.push({ name: share.title || t.share.words, page: () => page });
  }
  const isDone = files.length === 0 || (await isSettled(() => addFiles(files)));
  return isDone && (candidates.length === 0 || (await isSettled(() => add(candidates))));
}

async function putAway(shares: readonly Share[]): Promise<void> {
  homeless = homeless.filter((share) => !shares.includes(share));
  waiting.value = waiting.peek().filter((share) => !shares.includes(share));
  if (globalThis.caches) for (const share of shares) await takeOut(share);
  channel.postMessage(null);
  await look();
}

async function look(): Promise<void> {
  waiting.value = [...(globalThis.caches ? await waitingShares() : []), ...homeless];
}

/** Reads a share out of the address, and takes it out of there at once: a reload must not bring it again. */
async function takeFromAddress(): Promise<void> {
  const form = shareInAddress(location.href);
  const { searchParams } = new URL(location.href);
  const outcome = searchParams.get("shared");
  if (!form && !outcome && !searchParams.has("add")) return;
  history.replaceState(history.state, "", `./${location.hash}`);
  const place = sessionStorage.getItem(leftAt) ?? "";
  if (!location.hash && /^#\/(?!keep\b)/.test(place)) location.replace(place);
  if (outcome === "full" || outcome === "failed") trouble.value = outcome;
  if (!form) return;
  if (!globalThis.caches) {
    homeless = [shareOf(form)];
    return;
  }
  const left = await leaveShare(form, Date.now()).catch(() => "failed");
  if (left === "full" || left === "failed") trouble.value = left;
}

function shareOf(form: FormData): Share {
  const said = (name: string) => String(form.get(name) ?? "");
  const words = { title: said("title"), text: said("text"), url: said("url") };
  return { id: crypto.randomUUID?.() ?? "", at: Date.now(), ...words, files: [], left: 0 };
}

import { type ReadonlySignal, signal } from "@preact/signals";
import type { Candidate, Outcome } from "#capture/batch.ts";
import { type Link, pageFromClipboard, pageFromTransfer } from "#capture/from-paste.ts";
import type { Page } from "#capture/page.ts";
import { codeOf } from "#domain/errors.ts";
import { t } from "#i18n/messages.ts";
import { articleById, articleByIdentity, type Saved } from "#library/articles.ts";
import { askToPersist } from "#library/storage.ts";
import { relay } from "#ui/preferences.ts";
import { go, route } from "#ui/router.ts";
import { say } from "#ui/toasts.ts";

/** Some pages on their way in, or just arrived. */
export type Adding = {
  total: number;
  outcomes: readonly Outcome[];
  state: "running" | "stopped" | "done";
  /** What an earlier report still has to say. */
  unread: readonly Outcome[];
};

const now = signal<Adding | undefined>(undefined);
let stop = new AbortController();
let queue: Promise<void> = Promise.resolve();

/** What is being kept at the moment, or a report that waits to be read. */
export const adding: ReadonlySignal<Adding | undefined> = now;

/** Keeps pages one by one, after any that are already on their way; the screens follow the library. */
export function add(candidates: readonly Candidate[]): Promise<void> {
  if (candidates.length === 0) return Promise.resolve();
  queue = queue.then(() => run(candidates)).catch(reportError);
  return queue;
}

/** Keeps what files hold. */
export function addFiles(files: Iterable<File>): Promise<void> {
  return add(
    Array.from(files, (file) => ({
      name: file.name,
      page: async () => (await import("#capture/from-file.ts")).openFile(file),
    })),
  );
}

/** Keeps what was dropped: files first, since a file dragged along has its name as text. */
export function addDropped(transfer: DataTransfer): void {
  if (transfer.files.length > 0) void addFiles(transfer.files);
  else addWords(transfer);
}

/** Keeps what was pasted: words first, since office programs put a picture of them beside them. */
export function addPasted(transfer: DataTransfer): void {
  const hasWords = transfer.types.includes("text/html") || transfer.types.includes("text/plain");
  if (transfer.files.length > 0 && !hasWords) void addFiles(transfer.files);
  else addWords(transfer);
}

function addWords(transfer: DataTransfer): void {
  try {
    void addPiece(pageFromTransfer(transfer)); // at once: a transfer is empty after its event
  } catch (error) {
    say(t.errors[codeOf(error)]);
  }
}

/** Keeps what is on the clipboard; to be called from a tap. */
export async function addClipboard(): Promise<void> {
  try {
    await addPiece(await pageFromClipboard());
  } catch (error) {
    say(t.errors[codeOf(error)]);
  }
}

/** Keeps a page or a link; words pasted while a page that waits for them is open are that page's. */
export async function addPiece(piece: Page | Link): Promise<void> {
  if (piece.kind === "link") return addLink(piece.url);
  const open = route.peek().article;
  const awaited = open ? await articleById(open) : null;
  const url = piece.url ?? (awaited?.pending ? awaited.url : undefined);
  return add([{ name: t.add.pasted, page: () => ({ ...piece, ...(url && { url }) }) }]);
}

/** Keeps the page at an address: fetched where its site allows it, else as a card that waits for its text. */
export function addLink(url: string, title?: string): Promise<void> {
  queue = queue
    .then(async () => {
      now.value = { total: 1, outcomes: [], state: "running", unread: unread() };
      try {
        const { pageFromUrl } = await import("#capture/from-url.ts");
        const page = await pageFromUrl(url, relay.peek());
        await run([{ name: title ?? url, page: () => page }]);
      } catch {
        now.value = undefined;
        await awaitLink(url, title);
      }
    })
    .catch(reportError);
  return queue;
}

async function awaitLink(url: string, title?: string): Promise<void> {
  try {
    const { awaitedFrom } = await import("#capture/awaited.ts");
    const { awaitArticles } = await import("#library/pending.ts");
    const awaited = { ...awaitedFrom(url, title), askedAt: Date.now() };
    const [fresh] = await awaitArticles([awaited], Date.now());
    const article = fresh ?? (await articleByIdentity(awaited.identity));
    if (!article) return;
    void askToPersist().catch(reportError);
    say(fresh ? t.pending.kept(article.title) : t.pending.known, {
      label: t.add.open,
      opens: article.id,
      run: () => go({ screen: "shelf", article: article.id }),
    });
  } catch (error) {
    say(t.errors[codeOf(error)]);
  }
}

/** Begins no further page; those already kept stay. */
export function cancelAdding(): void {
  stop.abort();
}

/** Tries again what the disk refused; the report that said so goes. */
export function addAgain(outcomes: readonly Outcome[]): void {
  const again = outcomes.flatMap((outcome) => ("again" in outcome && outcome.again ? [outcome.again] : []));
  dismissReport();
  void add(again);
}

/** Puts a read report away. */
export function dismissReport(): void {
  if (now.value?.state !== "running") now.value = undefined;
}

async function run(candidates: readonly Candidate[]): Promise<void> {
  stop = new AbortController();
  const outcomes: Outcome[] = [];
  const earlier = unread();
  let total = candidates.length;
  const show = (state: Adding["state"]) => {
    now.value = { total, outcomes: [...outcomes], state, unread: earlier };
  };
  show("running");
  const { captureAll } = await import("#capture/batch.ts"); // with the first page, not with the first screen
  await captureAll(
    candidates,
    stop.signal,
    (outcome) => {
      outcomes.push(outcome);
      show("running");
    },
    (count) => {
      total += count - 1; // the archive itself is no page
      show("running");
    },
  );
  const kept = outcomes.flatMap((outcome) => ("kept" in outcome ? outcome.kept : []));
  if (kept.length > 0) void askToPersist().catch(reportError);
  show(stop.signal.aborted ? "stopped" : "done");
  if (outcomes.some(needsReport)) return;
  if (earlier.length === 0) now.value = undefined;
  sayKept(kept);
}

/** The outcomes of a standing report that the reader has not put away. */
function unread(): Outcome[] {
  return now.peek() ? [...(now.peek()?.unread ?? []), ...(now.peek()?.outcomes ?? [])].filter(needsReport) : [];
}

function needsReport(outcome: Outcome): boolean {
  return "failed" in outcome || outcome.truncated || outcome.textOnly === true;
}

function sayKept(kept: readonly Saved[]): void {
  const [first] = kept;
  if (stop.signal.aborted) say(t.add.cancelled(kept.length));
  else if (kept.length > 1) say(t.add.keptMany(kept.length, kept.filter(({ refreshed }) => refreshed).length));
  else if (first) {
    const { article, refreshed } = first;
    const words = refreshed ? (article.edited?.includes("body") ? t.add.refreshedKept : t.add.refreshed) : t.add.kept;
    say(words(article.title), {
      label: t.add.open,
      opens: article.id,
      run: () => go({ screen: "shelf", article: article.id }),
    });
  }
}

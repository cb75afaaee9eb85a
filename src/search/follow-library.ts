// Keeps the index as the library is: what changed while nobody looked, and what changes now. One thread of all tabs writes.
import type { Article } from "#domain/article.ts";
import { onArticlesChanged } from "#library/changes.ts";
import { articleCount, articlesAfter, notesOf, type Worded, wordedById } from "#library/worded.ts";
import { hashOf } from "./index/hash.ts";
import { IndexWriter } from "./index/index-writer.ts";
import type { OpenIndex } from "./index/open-index.ts";
import type { Document } from "./index/segment.ts";

/** How far the index has got; undefined when it has everything. */
export type Progress = { done: number; total: number } | undefined;

/** Held by the one thread that writes. */
const lockName = "liuye-search-index";

/** Rows and texts read at once. */
const atOnce = 100;

/** More new articles than this are written together as a segment, fewer each as it comes. */
const fewNew = 20;

const day = 86_400_000;

/** Follows the library from the moment no other tab does. */
export class Follower {
  /** How far a building has got. */
  progress: Progress;
  #index: OpenIndex;
  #writer: IndexWriter;
  /** True until everything was compared with the library once, and whenever it is to be compared again. */
  isBehind = true;
  #toCompare = 0;
  #isWriting = false;
  #isResting = false;
  #work: Promise<unknown> = Promise.resolve();

  constructor(index: OpenIndex) {
    this.#index = index;
    this.#writer = new IndexWriter(index);
  }

  /** Whether this thread is the one that writes. */
  get isWriting(): boolean {
    return this.#isWriting;
  }

  /** Begins, now or when the tab that writes is closed; then never ends. */
  async begin(): Promise<void> {
    const { locks } = navigator;
    if (!locks) return this.#follow();
    const follow = async (lock: Lock | null) => {
      if (!lock) return;
      await this.#follow();
      await new Promise(() => {}); // held as long as the thread lives
    };
    await locks.request(lockName, { ifAvailable: true }, follow);
    this.isBehind = false; // another tab keeps up
    await locks.request(lockName, follow);
  }

  /** Ends all writing, once what is being written is done and a merge has given up: there is no room for an index. */
  async rest(): Promise<void> {
    this.#isResting = true;
    await this.#writer.end();
    await this.#work;
  }

  /** Compares everything with the library once more. */
  reconcile(): Promise<unknown> {
    this.#toCompare++;
    this.isBehind = true;
    const compared = () => {
      this.isBehind = --this.#toCompare > 0;
      this.#index.onChange?.();
    };
    this.#work = this.#work
      .then(() => this.#compareAll())
      .catch(reportError)
      .then(compared);
    return this.#work;
  }

  async #follow(): Promise<void> {
    await this.#index.refresh();
    await this.#index.store.dropOrphans(); // before anything is written: blocks come before their row
    this.#isWriting = true;
    this.#index.onLost = () => void this.reconcile();
    onArticlesChanged((ids) => {
      if (!ids) void this.reconcile();
      else this.#work = this.#work.then(() => this.#takeIn(ids)).catch(reportError);
    });
    await this.reconcile();
  }

  /** Some articles that may have changed. */
  async #takeIn(ids: readonly string[]): Promise<void> {
    if (this.#isResting) return;
    if (ids.length > fewNew) return this.#compareAll();
    const kept = await wordedById(ids);
    const keptIds = new Set(kept.map(({ article }) => article.id));
    const stamps = await this.#index.stampsOf(ids);
    await this.#writer.remove(ids.filter((id) => stamps.has(id) && !keptIds.has(id)));
    for (const worded of kept) {
      if (stamps.get(worded.article.id) !== stampOf(worded)) await this.#writer.add(documentOf(worded));
    }
  }

  async #compareAll(): Promise<void> {
    if (this.#isResting) return;
    const stamps = await this.#index.stamps();
    const notes = await notesOf();
    const changed: string[] = [];
    for (let last = ""; ; ) {
      const rows = await articlesAfter(last, atOnce);
      if (rows.length === 0) break;
      last = rows.at(-1)?.id ?? "";
      for (const article of rows) {
        if (article.trashedAt) continue; // nothing finds it there: it goes out of the index with those no longer kept
        if (stamps.get(article.id) !== stampOf({ article, note: notes.get(article.id) ?? "" }))
          changed.push(article.id);
        stamps.delete(article.id);
      }
    }
    await this.#writer.remove([...stamps.keys()]); // what is left is no longer kept
    if (changed.length === 0) return;
    if (changed.length <= fewNew) return this.#takeInEach(changed);
    const total = await articleCount();
    const before = total - changed.length;
    this.progress = { done: before, total };
    try {
      await this.#writer.addAll(this.#documentsOf(changed), (added) => {
        this.progress = { done: before + added, total };
      });
    } finally {
      this.progress = undefined;
    }
  }

  async #takeInEach(ids: readonly string[]): Promise<void> {
    for (const worded of await wordedById(ids)) await this.#writer.add(documentOf(worded));
  }

  async *#documentsOf(ids: readonly string[]): AsyncIterable<Document> {
    for (let from = 0; from < ids.length && !this.#isResting; from += atOnce) {
      for (const worded of await wordedById(ids.slice(from, from + atOnce))) yield documentOf(worded);
    }
  }
}

/** An article as the index takes it in. */
function documentOf(worded: Worded): Document {
  const { article, text, note } = worded;
  const { id, title, tags, byline, source, url, published, savedAt } = article;
  const publishedAt = published ? Date.parse(published.slice(0, 10)) : Number.NaN;
  return {
    id,
    title,
    text,
    tags,
    byline,
    source,
    note: [note, ...writtenNumbers(article)].filter(Boolean).join("\n"),
    site: url && URL.canParse(url) ? new URL(url).hostname : undefined,
    day: Math.floor((Number.isNaN(publishedAt) ? savedAt : publishedAt) / day),
    stamp: stampOf(worded),
  };
}

/** A number that changes with anything of an article that is searched; its text is known by its length and beginning. */
function stampOf({ article, note }: Pick<Worded, "article" | "note">): number {
  const { title, tags, byline, source, url, published, excerpt, length, refreshedAt, receipt } = article;
  return hashOf(
    JSON.stringify([
      ...[title, tags, byline, source, url, published, excerpt, length, refreshedAt, receipt?.bytes, note],
      ...writtenNumbers(article),
    ]),
  );
}

/** The numbers the reader wrote of an article: its text may not have them. */
function writtenNumbers({ edited = [], documentNumbers = [], standards = [] }: Article): string[] {
  return [
    ...(edited.includes("documentNumbers") ? documentNumbers : []),
    ...(edited.includes("standards") ? standards : []),
  ];
}

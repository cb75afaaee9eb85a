import { t } from "#i18n/messages.ts";
import { type Before, tagArticles, undoChange } from "#library/lists.ts";
import { orSayWhy } from "#ui/deeds.ts";
import { say } from "#ui/toasts.ts";

/** How many of some articles wear a tag. */
export type Worn = boolean | "some";

/** Changes to the tags of some articles: each is kept at once, and all of them are undone together. */
export type TagDeed = {
  /** Puts a tag on, or takes it off; `was` is how it stood before. */
  set: (tag: string, has: boolean, was: Worn) => Promise<void>;
  /** Says what was changed, if anything was, and offers to undo it. */
  end: () => Promise<void>;
  /** What has been kept so far: the lists follow a moment later. */
  kept: ReadonlyMap<string, boolean>;
};

/** Begins to change the tags of some articles. */
export function beginTagging(ids: readonly string[]): TagDeed {
  const former = new Map<string, Worn>();
  const kept = new Map<string, boolean>();
  let before: Before | undefined;
  let last = Promise.resolve();
  return {
    kept,
    set(tag, has, was) {
      const deed = async () => {
        const rows = await tagArticles(ids, has ? [tag] : [], has ? [] : [tag]);
        before ??= rows;
        if (!former.has(tag)) former.set(tag, was);
        kept.set(tag, has);
      };
      last = last.then(() => orSayWhy(deed)); // one after the other: what stood first is what an undo brings back
      return last;
    },
    async end() {
      await last;
      const was = before;
      if (!was || [...kept].every(([tag, has]) => former.get(tag) === has)) return;
      say(t.organise.tagged(was.rows.length), { label: t.article.undo, run: () => orSayWhy(() => undoChange(was)) });
    },
  };
}

import { type FindOptions, type Found, find } from "./find.ts";
import type { OpenIndex } from "./open-index.ts";
import type { Plan } from "./plan.ts";
import { DamagedIndex } from "./reader.ts";

/**
 * What a plan finds in an index, best first. What a merge has moved meanwhile is looked for anew; an index that is damaged
 * is emptied, and answers as such, for its owner to fill again.
 */
export async function searchIndex(index: OpenIndex, plan: Plan, options: FindOptions): Promise<Found> {
  for (;;) {
    const { changes } = index;
    try {
      return await find(index.snapshot(), plan, options);
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error;
      await index.refresh();
      if (index.changes !== changes) continue;
      await index.lose();
    }
  }
}

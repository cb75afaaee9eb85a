// A move goes on whatever is on screen: what it has come to is known here, apart from the sheet that began it.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { MovePreview, MoveProgress } from "#capture/move.ts";
import { codeOf, type ErrorCode } from "#domain/errors.ts";
import { askToPersist } from "#library/storage.ts";
import type { Route } from "#ui/router.ts";

/** A move on its way, or one whose end has yet to be read. */
export type Moving =
  | { at: "moving"; progress: MoveProgress }
  | { at: "done"; added: number; stopped: boolean; to: Route }
  | { at: "failed"; code: ErrorCode };

const now = signal<Moving | undefined>(undefined);
let stop = new AbortController();

/** The move there is to tell of. */
export const moving: ReadonlySignal<Moving | undefined> = now;

/** Whether the sheet is open that tells of it: then no notice need. */
export const isMoveSheetOpen = signal(false);

/** Brings in what an export holds. */
export async function move({ belongings }: MovePreview): Promise<void> {
  stop = new AbortController();
  const { signal } = stop;
  const began = Date.now();
  now.value = { at: "moving", progress: { done: 0, total: belongings.length, added: 0, known: 0 } };
  try {
    const { moveIn } = await import("#capture/move.ts");
    const tell = (progress: MoveProgress) => {
      now.value = { at: "moving", progress };
    };
    const { added } = await moveIn(belongings, signal, tell, began);
    void askToPersist().catch(reportError);
    const screen = belongings.every(({ archived }) => archived) ? "archive" : "shelf";
    now.value = { at: "done", added, stopped: signal.aborted, to: { screen, filter: { since: began } } };
  } catch (error) {
    now.value = { at: "failed", code: codeOf(error) };
  }
}

/** Brings in no more; what has come in stays. */
export function stopMoving(): void {
  stop.abort();
}

/** Puts away how a move ended. */
export function forgetMove(): void {
  if (now.peek()?.at !== "moving") now.value = undefined;
}

import { effect } from "@preact/signals";
import { type Adding, adding } from "./adding.ts";

/** What a fuller disk or a second try may yet change; anything else is told once and is then settled. */
const passing = new Set(["storage-failed", "storage-full", "unknown"]);

/** Does a deed that adds pages; true when each of them was kept, or refused for good with the reason on screen. */
export async function isSettled(deed: () => Promise<unknown>): Promise<boolean> {
  let last: Adding | undefined;
  const stop = effect(() => {
    last = adding.value ?? last;
  });
  try {
    await deed();
  } finally {
    stop();
  }
  return last?.state === "done" && !last.outcomes.some((outcome) => "failed" in outcome && passing.has(outcome.failed));
}

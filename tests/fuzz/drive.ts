// What runs in the page: one target for so many seconds, by a seed.
import fc from "fast-check";
import { BackupError } from "#domain/backup/problem.ts";
import { LiuyeError } from "#domain/errors.ts";
import { targets } from "./targets.ts";
import { allowLongInputs } from "./words.ts";

/** The longest any input may take, in milliseconds (issue: no hang over two seconds). */
const mostTime = 2000;

/** With so many seconds for a target there is time for inputs of any length. */
const ample = 5;

/** What became of a target: how many inputs it was fed, and what was wrong. */
export type Verdict = { runs: number; slowest: number; fault?: string; input?: string };

/** Feeds a target until the time is over or something is wrong; says the number of each input before it is fed. */
export async function drive(name: string, seconds: number, seed: number): Promise<Verdict> {
  let runs = 0;
  if (seconds >= ample) allowLongInputs();
  let slowest = 0;
  const clock = async (deed: () => unknown) => {
    console.debug(`fuzz ${runs++}`);
    let spent = await timed(deed);
    // A busy machine is slow now and then; a hang keeps the processor, each time.
    for (let again = 0; again < 2 && spent > mostTime; again++) spent = Math.min(spent, await worked(deed));
    slowest = Math.max(slowest, Math.round(spent));
    if (spent > mostTime) throw new Error(`it took ${Math.round(spent)} ms`);
  };
  const target = targets(clock).find((one) => one.name === name);
  if (!target) throw new Error(`There is no ${name}.`);
  const details = await fc.check(target.run() as fc.IAsyncProperty<unknown>, {
    seed,
    numRuns: 1e9,
    interruptAfterTimeLimit: seconds * 1000,
    markInterruptAsFailure: false,
    endOnFailure: true,
  });
  // Where the time is over during the very first input, fast-check says failed, and names no input.
  if (!details.failed || (details.interrupted && details.counterexample === null)) return { runs, slowest };
  const fault = details.errorInstance instanceof Error ? (details.errorInstance.stack ?? "") : "it failed";
  return { runs, slowest, fault: fault.slice(0, 2000), input: fc.stringify(details.counterexample).slice(0, 3000) };
}

/** What the test lends the page: how many seconds of the processor its browser has used. */
declare const secondsWorked: () => Promise<number>;

/** How many milliseconds of the processor it took. */
async function worked(deed: () => unknown): Promise<number> {
  const before = await secondsWorked();
  await timed(deed);
  return ((await secondsWorked()) - before) * 1000;
}

/** How long it took; an error of ours is an answer like others. */
async function timed(deed: () => unknown): Promise<number> {
  const began = performance.now();
  try {
    await deed();
  } catch (error) {
    if (!(error instanceof LiuyeError || error instanceof BackupError)) throw error;
  }
  return performance.now() - began;
}

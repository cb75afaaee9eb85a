// Fuzzing that goes on beneath the other tests: it gets what they leave of the processor, and a minute for each parser.
import { spawn, spawnSync } from "node:child_process";
import { constants, setPriority } from "node:os";

/** However slow the machine is, nothing is waited for longer than this after the beginning: 15 minutes in milliseconds. */
const mostTime = 15 * 60_000;

/** It closes its browsers within so many milliseconds of being told to stop, or is ended without being asked again. */
const mostPatience = 15_000;

/** Begins to fuzz at the lowest priority; `report` is the file for Vitest's report. */
export function fuzzBeneath(report, env) {
  // A group of its own, so that one signal ends it with all that it started.
  const [program, ...words] = [...idly(), process.execPath, "scripts/fuzz.mjs", `--report=${report}`];
  const child = spawn(program, words, { detached: true, stdio: ["ignore", "pipe", "pipe"], env });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW); // and so all that it starts
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece) => {
      said += piece;
    });
  let status;
  const ended = new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (code) => resolve(code ?? 1));
  }).then((code) => {
    status = code;
  });
  const signal = (name) => {
    try {
      if (status === undefined && child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // it has just ended by itself
    }
  };
  const stop = () => {
    signal("SIGTERM");
    setTimeout(signal, mostPatience, "SIGKILL").unref();
  };
  const guard = setTimeout(stop, mostTime).unref();
  process.once("exit", stop);
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => process.exit(1));

  return {
    /** Waits for its end; `isWanted` false stops it instead, if it has not ended. Gives what it said, and whether all was well. */
    async end(isWanted) {
      const isStopped = !isWanted && status === undefined;
      if (isStopped) stop();
      await ended;
      clearTimeout(guard);
      process.removeListener("exit", stop);
      return { isStopped, isGood: status === 0, said };
    },
  };
}

/** How a program is started that runs while nothing else wants to: of a root user Chromium takes a low niceness back. */
function idly() {
  return spawnSync("chrt", ["--idle", "0", "true"]).status === 0 ? ["chrt", "--idle", "0"] : [];
}

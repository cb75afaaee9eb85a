import type { Progress } from "./follow-library.ts";

/** How the index stands to the library. */
export type Standing = {
  /** How far it has got while it is made. */
  progress: Progress;
  /** True while it may lack something: it was not yet compared with the library since the start. */
  isBehind: boolean;
};

/** What the search thread says by itself when there is something new to find, or something less. */
export const indexChanged = "index-changed";

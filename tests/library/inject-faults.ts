import type { DBCore } from "dexie";
import { database } from "#library/database.ts";

/** What fails when a write reaches its store: undefined where none shall. */
type Fault = (store: string, write: number) => Error | undefined;

let fault: Fault = () => undefined;
let writes = 0;

// Below every write of the library, as a disk is.
database.use({
  stack: "dbcore",
  name: "faults",
  create: (core: DBCore) => ({
    ...core,
    table(name) {
      const table = core.table(name);
      return {
        ...table,
        mutate(request) {
          if ("values" in request && request.values.length === 0) return table.mutate(request); // nothing to be refused
          const error = fault(name, writes++);
          return error ? Promise.reject(error) : table.mutate(request);
        },
      };
    },
  }),
});

/** From now on every write that the function names fails so; the count begins anew. */
export function failWrites(when: Fault): void {
  fault = when;
  writes = 0;
}

/** How many writes have reached a store since. */
export const writesSoFar = () => writes;

/** A full disk, as browsers say it. */
export const full = () => new DOMException("The quota has been exceeded.", "QuotaExceededError");

/** A storage process that died, as WebKit says it. */
export const cut = () =>
  new DOMException("Connection to Indexed Database server lost. Refresh the page to try again", "UnknownError");

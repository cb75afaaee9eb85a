// Keeps the store of facts in step with the articles, in the same transaction, whoever writes them: it stands below every write.
import {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTransaction,
  Dexie,
  type Middleware,
} from "dexie";
import type { Article } from "#domain/article.ts";
import { writeFacts } from "#domain/facts.ts";
import { soundRow } from "#domain/sound.ts";

/** Dexie tells which rows were written only of fewer than fifty at a time; of more it says "any". */
const mostTold = 49;

/** Mirrors every write to `articles` in `facts`. */
export const mirrorFacts: Middleware<DBCore> = {
  stack: "dbcore",
  name: "facts",
  create: (core) => ({
    ...core,
    transaction(stores, mode, options) {
      const joined = mode === "readwrite" && stores.includes("articles") && hasFacts(core) && !stores.includes("facts");
      return core.transaction(joined ? [...stores, "facts"] : stores, mode, options);
    },
    table(name) {
      const table = core.table(name);
      if (name !== "articles") return table;
      return {
        ...table,
        mutate: (request) => table.mutate(request).then((response) => mirror(core, request, response)),
      };
    },
  }),
};

/** A library opened as an older release did has no facts yet. */
function hasFacts({ schema }: DBCore): boolean {
  return schema.tables.some(({ name }) => name === "facts");
}

function mirror(core: DBCore, request: DBCoreMutateRequest, response: DBCoreMutateResponse) {
  const done = () => response;
  if (!hasFacts(core)) return response;
  const facts = core.table("facts");
  const { trans } = request;
  if (request.type === "deleteRange")
    return facts.mutate({ type: "deleteRange", trans, range: request.range }).then(done);
  if (request.type === "delete") return facts.mutate({ type: "delete", trans, keys: request.keys }).then(done);
  const written: readonly Article[] = request.values.filter((_, at) => !(at in response.failures));
  const groups = Array.from({ length: Math.ceil(written.length / mostTold) }, (_, at) =>
    written.slice(at * mostTold, (at + 1) * mostTold),
  );
  return Dexie.Promise.all(groups.map((group) => put(core, trans, group))).then(done);
}

function factsOf(article: Article): string {
  return writeFacts(soundRow("articles", article));
}

function put(core: DBCore, trans: DBCoreTransaction, articles: readonly Article[]) {
  const keys = articles.map(({ id }) => id);
  return core.table("facts").mutate({ type: "put", trans, keys, values: articles.map(factsOf) });
}

import type { Facts } from "#domain/facts.ts";
import { isIn, passing } from "#domain/sift.ts";
import type { ShelfTable } from "#library/shelf-table.ts";

/** What of the library can be taken out at once, beside the articles of a tag. */
export const scopes = ["all", "shelf", "favourites", "archive", "unread", "finished", "notes"] as const;
export type Scope = (typeof scopes)[number] | `#${string}`;

/** The articles of a scope, the latest saved first; those in the trash are in none. */
export function idsIn(table: ShelfTable, scope: Scope): string[] {
  const isMeant = meant(scope);
  return [...table]
    .filter(([, facts]) => !isIn("trash", facts) && isMeant(facts))
    .sort(([, one], [, other]) => other.savedAt - one.savedAt)
    .map(([id]) => id);
}

/** The tags that are worn, by name. */
export function tagsIn(table: ShelfTable): string[] {
  return [...new Set([...table.values()].flatMap(({ tags }) => tags))].sort((one, other) => one.localeCompare(other));
}

function meant(scope: Scope): (facts: Facts) => boolean {
  if (scope === "all") return () => true;
  if (scope === "shelf" || scope === "favourites" || scope === "archive") return (facts) => isIn(scope, facts);
  if (scope === "notes") return passing({ notes: true });
  if (scope === "unread" || scope === "finished") return passing({ state: scope });
  return passing({ tag: scope.slice(1) });
}

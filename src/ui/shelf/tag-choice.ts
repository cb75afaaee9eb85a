import type { Tag } from "#domain/tag.ts";
import type { ShelfTable } from "#library/shelf-table.ts";

/** A tag with how many articles wear it, those in the trash not counted. */
export type WornTag = Tag & { count: number };

/** Every tag there is, worn or kept for later, the most worn first. */
export function wornTags(table: ShelfTable, kept: readonly Tag[] = []): WornTag[] {
  const counts = new Map<string, number>(kept.map(({ name }) => [name, 0]));
  for (const { tags, trashedAt } of table.values())
    if (trashedAt === 0) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const colours = new Map(kept.map(({ name, colour }) => [name, colour]));
  return [...counts]
    .map(([name, count]) => {
      const colour = colours.get(name);
      return { name, count, ...(colour && { colour }) };
    })
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

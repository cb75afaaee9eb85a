/** One version and what it brought, a line a change, by language. */
export type Release = { version: string; changes: Record<string, string[]> };

/** An address the precached file does not answer to, so that it is asked of the network. */
const ofNewest = "changes.json?newest";

/**
 * What the version that waits brought over this one (`isWaiting`), or what this one brought. Empty when it cannot be
 * told: what is new comes from the network alone, what is here is kept with the app.
 */
export async function fetchChanges(isWaiting: boolean): Promise<Release[]> {
  const answer = await fetch(isWaiting ? ofNewest : "changes.json", { cache: "no-store" }).catch(() => undefined);
  if (!answer?.ok) return [];
  const releases: Release[] = await answer.json().catch(() => []);
  const own = releases.findIndex(({ version }) => version === __VERSION__);
  if (isWaiting) return releases.slice(0, Math.max(own, 1)); // rebuilt without a new number: its last entry
  return releases.slice(Math.max(own, 0), Math.max(own, 0) + 1);
}

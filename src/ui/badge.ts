// The number of unread articles on the icon of the installed app, where the reader wants it and the system allows it.
import { effect } from "@preact/signals";
import { isIn, stateOf } from "#domain/sift.ts";
import { type ShelfTable, shelfTable } from "#library/shelf-table.ts";
import { oneOf, remembered } from "./preferences.ts";

type BadgingNavigator = { setAppBadge?(count: number): Promise<void>; clearAppBadge?(): Promise<void> };

const system = navigator as BadgingNavigator;

/** Whether this browser can write on an icon at all. */
export const canBadge = system.setAppBadge !== undefined;

/** Whether the reader wants the number; nobody is asked for it. */
export const badgeWanted = remembered<"yes" | "no">("badge", "no", oneOf(["yes", "no"]));

/** Asks for what the system demands: iOS shows a number only to who may send notifications, others to every installed app. */
export async function mayBadge(): Promise<boolean> {
  const isAsking = /iPhone|iPad|Macintosh/.test(navigator.userAgent) && "Notification" in globalThis;
  return !isAsking || (await Notification.requestPermission()) === "granted";
}

/** Keeps the number as the shelf is, and takes it away when it is no longer wanted. */
export function beginBadge(): void {
  if (!canBadge) return;
  let shown = 0;
  effect(() => {
    const wanted = badgeWanted.value === "yes" && shelfTable.value;
    const count = wanted ? unreadOf(wanted) : 0;
    if (count === shown && badgeWanted.value === "yes") return;
    shown = count;
    // A window that is not installed is refused, and nothing is lost by that.
    (count > 0 ? system.setAppBadge?.(count) : system.clearAppBadge?.())?.catch(() => {});
  });
}

function unreadOf(table: ShelfTable): number {
  let count = 0;
  for (const facts of table.values()) if (isIn("shelf", facts) && stateOf(facts) === "unread") count++;
  return count;
}

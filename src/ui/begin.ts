import { plantGuides } from "#capture/guides.ts";
import { watchShares } from "./add/shared-arrivals.ts";
import { closeByBack } from "./back-closes.ts";
import { beginBadge } from "./badge.ts";
import { beginSearch } from "./begin-search.ts";
import { beginUpkeep } from "./begin-upkeep.ts";
import { keepFocus } from "./keep-focus.ts";
import { language } from "./preferences.ts";
import { whenIdle } from "./reader/body/when-idle.ts";

/** Begins all that goes on beside what is on screen, a piece at a time; `isOpen` where there is a library to work on. */
export async function begin(isOpen: boolean): Promise<void> {
  closeByBack();
  keepFocus();
  watchShares();
  if (!isOpen) return;
  await whenIdle();
  await plantGuides(language.peek(), Date.now());
  await whenIdle();
  beginSearch();
  beginUpkeep();
  await whenIdle();
  beginBadge();
}

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { formatBytes } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { libraryTrouble } from "#library/lifecycle.ts";
import { shortRoom } from "#library/storage.ts";

/** Says before anything is kept that this window keeps nothing, or little and not for long. */
export function SmallRoom() {
  const room = useSignal<number | undefined>(undefined);
  useEffect(() => {
    shortRoom().then((found) => {
      room.value = found;
    }, reportError);
  }, []);
  const trouble = libraryTrouble.value;
  if (trouble === "unavailable" || trouble === "insecure")
    return <p class="add-problem">{t.notice.trouble[trouble]}</p>;
  return room.value === undefined ? null : <p class="add-problem">{t.short.smallRoom(formatBytes(room.value))}</p>;
}

import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";
import { install, installOffer } from "#pwa/install.ts";
import { isStandalone } from "#pwa/this-device.ts";
import { applyUpdate, offlineReady, updateReady } from "#pwa/update.ts";
import { later } from "#ui/components/later.tsx";
import { AirplaneRow } from "./airplane-row.tsx";
import { BadgeRow } from "./badge-row.tsx";
import { LicencesRow } from "./licences-row.tsx";
import { UpkeepRow } from "./upkeep-row.tsx";

const InstallSheet = later(async () => (await import("#ui/install-sheet.tsx")).InstallSheet);
const ChangesSheet = later(async () => (await import("#ui/changes-sheet.tsx")).ChangesSheet);

/** Liuye itself: whether it is installed and opens offline, which version it is, and whether a newer one waits. */
export function AppRows() {
  const changesOpen = useSignal(false);
  return (
    <>
      <h2>{t.me.app}</h2>
      <InstallRow />
      <p class="me-row">
        <span>{t.me.offline}</span>
        <small class="me-offline">{offlineReady.value ? t.me.offlineReady : t.me.offlineNot}</small>
      </p>
      <AirplaneRow />
      <UpkeepRow />
      <BadgeRow />
      <div class="me-row">
        <span>{t.me.version}</span>
        <small>
          <span class="me-version">{__VERSION__}</span>
          {updateReady.value && ` · ${t.me.update}`}
        </small>
        <button type="button" class="quiet-button me-changes" onClick={() => (changesOpen.value = true)}>
          {t.pwa.update.changes}
        </button>
        {updateReady.value && (
          <button type="button" class="quiet-button me-update" onClick={applyUpdate}>
            {t.me.updateNow}
          </button>
        )}
      </div>
      <LicencesRow />
      {changesOpen.value && <ChangesSheet onClose={() => (changesOpen.value = false)} />}
    </>
  );
}

function InstallRow() {
  const open = useSignal(false);
  const isDone = isStandalone();
  return (
    <>
      <div class="me-row me-install">
        <span>{t.me.install}</span>
        <small>{isDone ? t.pwa.install.done : t.me.installHint}</small>
        {!isDone && (
          <button
            type="button"
            class="quiet-button"
            onClick={() => {
              if (installOffer.peek()) install().catch(reportError);
              else open.value = true;
            }}
          >
            {installOffer.value ? t.me.install : t.pwa.install.show}
          </button>
        )}
      </div>
      {open.value && <InstallSheet onClose={() => (open.value = false)} />}
    </>
  );
}

import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";
import { shelfTable } from "#library/shelf-table.ts";
import { install } from "#pwa/install.ts";
import { type InstallWay, isKeptApart } from "#pwa/install-way.ts";
import { presentWay } from "#pwa/this-device.ts";
import { later } from "./components/later.tsx";
import { Sheet } from "./components/sheet.tsx";
import { InstallDrawing, type InstallPicture } from "./install-drawing.tsx";
import "./install-sheet.css";

const BackupSheet = later(async () => (await import("./me/backup-sheet.tsx")).BackupSheet);

/** Which drawing goes with which step. */
const pictures: Partial<Record<InstallWay, readonly InstallPicture[]>> = {
  "ios-safari": ["share", "add", "icon"],
  "ios-other": ["share", "add", "icon"],
  "in-app": ["menu", "icon"],
};

type InstallSheetProps = {
  onClose: () => void;
  /** Given before the first page is kept: to keep it here all the same. */
  onGoOn?: () => void;
};

/** How Liuye comes onto the home screen of this very browser, and why that is better done first. */
export function InstallSheet({ onClose, onGoOn }: InstallSheetProps) {
  const way = presentWay();
  const words = t.pwa.install;
  const backingUp = useSignal(false);
  const steps: readonly string[] = way === "installed" ? [] : t.pwa.install.steps[way];
  if (backingUp.value) return <BackupSheet onClose={onClose} />;
  return (
    <Sheet label={words.title} onClose={onClose}>
      <div class="install-sheet">
        <h2>{words.title}</h2>
        {onGoOn && <p class="install-first">{words.first}</p>}
        <p>{way === "installed" ? words.done : t.pwa.install.why[whyOf(way)]}</p>
        <ol>
          {steps.map((step, at) => {
            const picture = pictures[way]?.[at];
            return (
              <li key={step}>
                {picture && <InstallDrawing picture={picture} label={t.pwa.install.picture[picture]} />}
                <span>{step}</span>
              </li>
            );
          })}
        </ol>
        {isKeptApart(way) && <HandOver onBackup={() => (backingUp.value = true)} />}
        {way === "offered" && (
          <button
            type="button"
            class="main-button"
            onClick={() => {
              onClose();
              install().catch(reportError);
            }}
          >
            {t.me.install}
          </button>
        )}
        <button type="button" class="quiet-button install-close" onClick={onGoOn ?? onClose}>
          {onGoOn ? words.later : words.close}
        </button>
      </div>
    </Sheet>
  );
}

/** What the tab already holds goes along in a backup, or stays behind. */
function HandOver({ onBackup }: { onBackup: () => void }) {
  // The guides stand on every shelf: nobody needs to carry them.
  const own = [...(shelfTable.value?.keys() ?? [])].filter((id) => !id.startsWith("guide-")).length;
  if (own === 0) return null;
  return (
    <div class="install-hand-over">
      <p>{t.pwa.install.handOver(own)}</p>
      <button type="button" class="quiet-button" onClick={onBackup}>
        {t.pwa.install.backup}
      </button>
    </div>
  );
}

function whyOf(way: InstallWay): keyof typeof t.pwa.install.why {
  if (isKeptApart(way)) return "apart";
  if (way === "in-app" || way === "offered") return way;
  if (way === "huawei" || way === "xiaomi" || way === "shortcut") return "shortcut";
  return "plain";
}

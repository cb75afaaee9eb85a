import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { formatBytes, formatCount } from "#i18n/format.ts";
import { languages, t } from "#i18n/messages.ts";
import { libraryCounts, libraryLength } from "#library/counts.ts";
import { askToPersist, type StorageState, storageState } from "#library/storage.ts";
import { later } from "#ui/components/later.tsx";
import { Segments } from "#ui/components/segments.tsx";
import { appPaper, language, papers } from "#ui/preferences.ts";
import { hrefOf } from "#ui/router.ts";
import { useLive } from "#ui/use-live.ts";
import { AppRows } from "./app-rows.tsx";
import { BackupRow } from "./backup-row.tsx";
import { ExportRow } from "./export-row.tsx";
import { ListsRows } from "./lists-rows.tsx";
import { ReadingSummary } from "./reading-summary.tsx";
import { RelayField } from "./relay-field.tsx";
import { RulesRow } from "./rules-row.tsx";
import "./me-screen.css";

const RoomSheet = later(async () => (await import("./room-sheet.tsx")).RoomSheet);

/** The reader's own page: what is kept, where it is kept, how the app looks and speaks. */
export function MeScreen() {
  return (
    <>
      <header class="screen-bar">
        <h1>{t.tabs.me}</h1>
      </header>
      <div class="me-screen">
        <Counts />
        <div class="me-parts">
          <div>
            <NotesRow />
            <ReadingSummary now={Date.now()} />
          </div>
          <div>
            <h2>{t.me.appearance}</h2>
            <Segments
              label={t.me.paper}
              options={["follow", ...papers]}
              words={t.type.papers}
              chosen={appPaper.value}
              onChoose={(choice) => (appPaper.value = choice)}
            />
            <Segments
              label={t.me.language}
              options={Object.keys(languages) as (keyof typeof languages)[]}
              words={languages}
              chosen={language.value}
              onChoose={(choice) => (language.value = choice)}
            />
            <Storage />
            <BackupRow />
            <ListsRows />
            <ExportRow />
            <RelayField />
            <RulesRow />
            <AppRows />
            <p class="me-promise">{t.me.promise}</p>
          </div>
        </div>
      </div>
    </>
  );
}

function Counts() {
  const counts = useLive(libraryCounts);
  const length = useLive(libraryLength);
  return (
    <dl class="me-counts">
      <Count value={counts?.articles} words={t.me.articles} />
      <Count value={counts?.favourites} words={t.me.favourites} />
      <Count value={length} words={t.me.characters} />
    </dl>
  );
}

/** The way to all notes on a phone, whose tabs have no room for them. */
function NotesRow() {
  const counts = useLive(libraryCounts);
  return (
    <a class="me-row me-notes" href={hrefOf({ screen: "notes" })}>
      <span>{t.notes.title}</span>
      <small>{counts === undefined ? "" : t.notes.count(counts.notes)}</small>
    </a>
  );
}

function Count({ value, words }: { value: number | undefined; words: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{value === undefined ? "" : formatCount(value)}</dd>
    </div>
  );
}

function Storage() {
  const state = useSignal<StorageState | undefined>(undefined);
  const roomOpen = useSignal(false);
  const refused = useSignal(false);
  const look = () =>
    storageState().then((found) => {
      state.value = found;
    }, reportError);
  useEffect(() => {
    void look();
  }, []);
  const ask = () =>
    askToPersist()
      .then((granted) => {
        refused.value = !granted;
        return look();
      })
      .catch(reportError);
  const { used, quota, pinned } = state.value ?? { used: 0, quota: 0, pinned: false };
  return (
    <>
      <h2>{t.me.storage}</h2>
      <p class="me-row">
        <span>{t.me.used}</span>
        <small>{state.value ? t.me.usedOf(formatBytes(used), formatBytes(quota)) : t.me.unknownRoom}</small>
        <button type="button" class="quiet-button me-room" onClick={() => (roomOpen.value = true)}>
          {t.room.show}
        </button>
      </p>
      <p class="me-row">
        <span>{t.me.pinned}</span>
        <small role="status">{pinned ? t.me.pinnedYes : refused.value ? t.short.notPinned : t.me.pinnedNo}</small>
        {state.value && !pinned && (
          <button type="button" class="quiet-button" onClick={ask}>
            {t.me.pin}
          </button>
        )}
      </p>
      {roomOpen.value && <RoomSheet used={used} onClose={() => (roomOpen.value = false)} />}
    </>
  );
}

import { effect, signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { lists } from "#domain/sift.ts";
import { t } from "#i18n/messages.ts";
import { libraryTrouble } from "#library/lifecycle.ts";
import { offlineReady, replacedByUpdate } from "#pwa/update.ts";
import { later, partMissing } from "./components/later.tsx";
import { Notice } from "./components/notice.tsx";
import { ToastList } from "./components/toast-list.tsx";
import { Navigation } from "./navigation.tsx";
import { hasHeardOfOffline } from "./preferences.ts";
import type { Ways } from "./reader/pending-screen.tsx";
import { route } from "./router.ts";
import { ShelfScreen } from "./shelf/shelf-screen.tsx";
import { tagging } from "./tagging.ts";
import { dismiss, dismissOffersToOpen, holdToasts, leaveBehind, say, toasts } from "./toasts.ts";
import "./app.css";

const threePanes = matchMedia("(min-width: 1100px)");
const besides = signal(threePanes.matches);
threePanes.addEventListener("change", () => {
  besides.value = threePanes.matches;
});

// Wanted soon after the first list is drawn, but not for it.
const ReaderScreen = later(async () => (await import("./reader/reader-screen.tsx")).ReaderScreen);
const DropTarget = later(async () => (await import("./add/drop-target.tsx")).DropTarget);
const AddNotice = later(async () => (await import("./add/add-notice.tsx")).AddNotice);
const AddSheet = later(async () => (await import("./add/add-sheet.tsx")).AddSheet);
const MeScreen = later(async () => (await import("./me/me-screen.tsx")).MeScreen);
const NotesScreen = later(async () => (await import("./notes/notes-screen.tsx")).NotesScreen);
const SearchScreen = later(async () => (await import("./search/search-screen.tsx")).SearchScreen);
const BookmarkletScreen = later(async () => (await import("./add/bookmarklet-screen.tsx")).BookmarkletScreen);
const BookmarkletArrival = later(async () => (await import("./add/bookmarklet-arrival.tsx")).BookmarkletArrival);
const BookmarkletKept = later(async () => (await import("./add/bookmarklet-kept.tsx")).BookmarkletKept);
const LostLibrary = later(async () => (await import("./lost-library.tsx")).LostLibrary);
const TaggingSheets = later(async () => (await import("./shelf/tagging-sheets.tsx")).TaggingSheets);
const SharedCard = later(async () => (await import("./add/shared-card.tsx")).SharedCard);

/** The ways in that an awaited article asks for; at hand before a tap, because a clipboard is read in a tap or not at all. */
let ways: Ways | undefined;
import("./add/adding.ts").then(({ addClipboard, addLink }) => {
  ways = { onPaste: addClipboard, onRetry: addLink };
}, reportError);

/** Whether the ways in are shown; an address that ends in `?add=` asks for them. */
const addOpen = signal(new URLSearchParams(location.search).get("add") === "");
const openAdd = () => {
  addOpen.value = true;
};

/** The whole app: the list one is in, the article open from it, and what may lie above both. */
export function App() {
  const { screen, article } = route.value;
  const query = route.value.screen === "search" ? route.value.query : "";
  useEffect(sayOnceWhenReady, []);
  useEffect(() => ReaderScreen.fetch(), []);
  useEffect(leaveBehind, [screen, article]);
  useEffect(() => {
    if (!article) return;
    dismissOffersToOpen(article);
    return () => focusCard(article);
  }, [article]);
  const covered = article !== undefined && !besides.value;
  const putAway = useSignal(false); // what is covered waits for the words over it to be on screen
  useEffect(() => {
    putAway.value = covered;
  }, [covered]);
  const list = lists.find((one) => one === screen);
  const inList = !covered && list !== undefined; // a report waits there, and covers no article
  const isAlone = screen === "me" || screen === "bookmarklet";
  if (libraryTrouble.value === "lost") return <LostLibrary />;
  if (route.value.screen === "keep") return <BookmarkletArrival nonce={route.value.nonce} />;
  return (
    <div class="app" data-open={article !== undefined} data-alone={isAlone}>
      <div class="app-navigation" inert={covered && putAway.value}>
        <Navigation onAdd={openAdd} />
      </div>
      <main class="app-list" inert={covered && putAway.value}>
        {list && <ShelfScreen list={list} onAdd={openAdd} />}
        {screen === "search" && <SearchScreen />}
        {screen === "notes" && <NotesScreen />}
        {screen === "me" && <MeScreen />}
        {screen === "bookmarklet" && <BookmarkletScreen />}
      </main>
      {!isAlone && (article !== undefined || besides.value) && (
        <section class="app-reader" aria-label={t.reader.label}>
          {article === undefined ? (
            <p class="app-nothing">{t.reader.choose}</p>
          ) : (
            <ReaderScreen
              key={article}
              id={article}
              query={query}
              at={route.value.at}
              onPaste={() => ways?.onPaste()}
              onRetry={(url, title) => ways?.onRetry(url, title)}
            />
          )}
        </section>
      )}
      {addOpen.value && <AddSheet onClose={() => (addOpen.value = false)} />}
      {tagging.value && <TaggingSheets />}
      <DropTarget />
      <div class="app-notices">
        <Trouble />
        <SharedCard />
        <BookmarkletKept />
        {/* Progress and outcome would lie behind the sheet. */}
        <AddNotice inList={inList} onBegin={() => (addOpen.value = false)} />
        <ToastList toasts={toasts.value} onDone={dismiss} onHold={holdToasts} />
      </div>
    </div>
  );
}

/** Back in the list the keyboard goes on where it left. */
function focusCard(id: string): void {
  const link = document.querySelector<HTMLElement>(`.app-list a[href*="/${CSS.escape(encodeURIComponent(id))}"]`);
  if (!route.peek().article) link?.focus({ preventScroll: true });
}

/** A word that stays until it is acted on: what is on screen can no longer be trusted to be kept. */
function Trouble() {
  const trouble = replacedByUpdate.value ? "outdated" : partMissing.value ? "missing" : libraryTrouble.value;
  if (!trouble || trouble === "lost") return null;
  return (
    <Notice name="app-trouble" shape="line" grave role="alert">
      <p>{t.notice.trouble[trouble]}</p>
      <button type="button" class="quiet-button" onClick={() => location.reload()}>
        {t.notice.reload}
      </button>
    </Notice>
  );
}

/** Says once in a library's life that it is ready offline. */
function sayOnceWhenReady(): () => void {
  return effect(() => {
    if (!offlineReady.value || hasHeardOfOffline.peek()) return;
    hasHeardOfOffline.value = "yes";
    say(t.pwa.offlineReady);
  });
}

import type { ErrorCode } from "#domain/errors.ts";
import { aids } from "./en-aids.ts";
import { backup } from "./en-backup.ts";
import { bookmarklet } from "./en-bookmarklet.ts";
import { care } from "./en-care.ts";
import { exporting } from "./en-export.ts";
import { finding } from "./en-finding.ts";
import { keeping, short, upkeep } from "./en-keeping.ts";
import { marks } from "./en-marks.ts";
import { organise } from "./en-organise.ts";
import { outward } from "./en-outward.ts";
import { pictures } from "./en-pictures.ts";
import { plural } from "./en-plural.ts";
import { pwa } from "./en-pwa.ts";
import { reading } from "./en-reading.ts";
import { facts, readings, related, room } from "./en-readings.ts";
import { rules } from "./en-rules.ts";
import { safety } from "./en-safety.ts";
import { search } from "./en-search.ts";
import { type } from "./en-type.ts";

/** The English words, and by their type the list of all words any language must have. */
export const messages = {
  name: "Liuye",
  tabs: { label: "Main", shelf: "Shelf", favourites: "Favourites", add: "Keep a page", search: "Search", me: "Me" },
  shelf: {
    filters: "Show",
    all: "All",
    unread: (count: number) => `Unread ${count}`,
    reading: (count: number) => `Reading ${count}`,
    long: (count: number) => `Long ${count}`,
    partial: (count: number) => `Incomplete ${count}`,
    empty: "Nothing is kept yet",
    emptyHint: "Select all of a page and copy it, then paste it here. Files work too.",
    noFavourites: "No favourites yet",
    noFavouritesHint: "Tap the star of an article and it will be found here.",
    minutes: (count: number) => `${count} min`,
    hours: (hours: number, minutes: number) => (minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`),
    read: (percent: number) => `${percent}% read`,
    finished: "Read",
  },
  article: {
    favourite: "Favourite",
    favouriteOf: (title: string) => `Favourite: ${title}`,
    unfavourite: "Unfavourite",
    more: "More",
    delete: "Delete",
    undo: "Undo",
    original: "Open the original page",
    print: "Print",
  },
  reader: {
    label: "Article",
    back: "Back",
    gone: "This article is no longer here.",
    toShelf: "To the shelf",
    choose: "Choose something to read.",
    about: (time: string) => `about ${time}`,
    left: (time: string) => `${time} left`,
    end: "The end",
    picture: "Picture not kept",
    table: "Wide table",
  },
  type,
  add: {
    title: "Keep a page",
    field: "Paste a link or the text of a page",
    save: "Keep",
    clipboard: "From the clipboard",
    clipboardHint: "On a page, select all and copy; then tap here",
    files: "Open files",
    filesHint: "HTML, MHTML, EPUB, Markdown, TXT, ZIP, several at once",
    drop: "Let go to keep these",
    close: "Close",
    cancel: "Cancel",
    pasted: "What you pasted",
    progress: (done: number, total: number) => `Keeping ${done} of ${total}`,
    cancelled: (kept: number) => `Stopped. ${plural(kept, "page was", "pages were")} kept.`,
    kept: (title: string) => `Kept “${title}”.`,
    refreshed: (title: string) => `“${title}” was here already and is up to date.`,
    refreshedKept: (title: string) => `“${title}” was here already. The text as you mended it stays.`,
    keptMany: (count: number, refreshed: number) =>
      `${plural(count, "page", "pages")} kept${refreshed > 0 ? `, ${refreshed} of them here before` : ""}.`,
    notKept: "Not kept",
    summary: (kept: number, failed: number) => `${kept} kept, ${failed} not kept`,
    truncated: (name: string) => `“${name}” ends in mid-sentence; what was there is kept.`,
    open: "Open",
  },
  pending: {
    card: "Waiting for its text",
    kept: (title: string) => `“${title}” is on the shelf and waits for its text.`,
    known: "This page is on the shelf already.",
    notAsked:
      "Only its address is kept so far; the page has not been asked for. Liuye can try to fetch it. Where the site does not allow that, this is how to bring its text:",
    fetch: "Fetch this page",
    why: "The page could not be fetched: most sites do not let others read them, or the address may be wrong. Its address is kept. This is how to bring its text:",
    steps: {
      android: [
        "Open the page.",
        "Press on its text, choose Select all, then Copy. Where the browser can save pages, its share button works too.",
        "Come back here and tap the paste button.",
      ],
      ios: [
        "Open the page in Safari and turn on Reader.",
        "Press on the text, choose Select All, then Copy.",
        "Come back here and tap the paste button.",
      ],
      desktop: [
        "Open the page.",
        "Use the Liuye bookmarklet there, or select all and copy.",
        "If you copied, come back here and paste.",
      ],
    },
    open: "Open the page",
    paste: "Paste its text",
    retry: "Try to fetch it again",
  },
  move: {
    title: "Import",
    way: "Pocket, Instapaper, Omnivore, wallabag and others",
    hint: "Choose the file another reader exported: Pocket, Instapaper, Omnivore, wallabag, Readwise Reader, Raindrop, a browser’s bookmarks, or a plain list of addresses. You will see what is in it first.",
    isPage: (name: string) => `“${name}” is a page, not another reader’s list. Use Open files for it.`,
    choose: "Choose the export",
    reading: "Reading the export",
    kinds: {
      pocket: "From Pocket",
      instapaper: "From Instapaper",
      omnivore: "From Omnivore",
      wallabag: "From wallabag",
      readwise: "From Readwise Reader",
      raindrop: "From Raindrop",
      bookmarks: "Bookmarks of a browser",
      urls: "A list of addresses",
    },
    total: (count: number) => plural(count, "page", "pages"),
    withText: (count: number) => `${count} with their text; the others will wait for it on the shelf`,
    known: (count: number) => `${count} here already, which stay as they are`,
    skipped: (count: number) =>
      plural(count, "line has no address and is left out", "lines have no address and are left out"),
    bring: (count: number) => `Import ${count}`,
    progress: (done: number, total: number) => `Importing ${done} of ${total}`,
    done: (count: number) => `${plural(count, "page", "pages")} imported.`,
    stopped: (count: number) => `Stopped. ${plural(count, "page", "pages")} imported.`,
  },
  relay: {
    title: "Fetch relay",
    hint: "Only if you run one: an address with {url} in it. It is asked for pages whose sites refuse, and so learns which pages you keep. Empty means none.",
    bad: "The address must begin with https:// and contain {url}.",
  },
  share: {
    ask: "Keep this?",
    keep: "Keep",
    refuse: "Don’t keep",
    refuseAll: (count: number) => `Keep none of the ${count}`,
    words: "What was shared",
    left: (count: number) => `${plural(count, "file was", "files were")} too many or too large and did not come along.`,
    trouble: {
      full: "Too much waits to be answered already. Answer that first, then share this once more.",
      failed: "What was shared could not be taken in, and nothing of it is kept. Open it here as a file instead.",
    },
  },
  bookmarklet,
  errors: {
    "archive-damaged": "The file is damaged or not what its name says.",
    "archive-hostile": "Two files inside it claim the same place: it was made to do harm.",
    "archive-outside": "It reaches outside its archive.",
    "archive-too-large": "It unpacks to far more than it should: over 200 MB, or 200 times its size.",
    "archive-too-many": "It holds more than 20,000 files.",
    "archive-locked": "The file is locked by its seller or by a password, and cannot be read here.",
    "clipboard-empty": "There is no text on the clipboard.",
    "clipboard-refused": "The browser did not let Liuye read the clipboard. Paste into the field above instead.",
    "file-empty": "The file is empty.",
    "file-too-large": "The file is too large: a page of text may have 5 MB, a book or archive 200 MB.",
    "file-unreadable": "The file could not be opened.",
    "format-unknown": "Liuye does not know this kind of file.",
    "is-export": "This is another reader’s list of pages. Open it with Import.",
    "link-refused": "The site does not let other sites read this page.",
    "not-text":
      "Liuye cannot read this kind of file; nothing was changed. It reads HTML, MHTML, EPUB, Markdown, TXT and ZIP.",
    "nothing-to-read": "No words to read were found.",
    "page-too-complex": "The page is too large and tangled to be read.",
    "storage-failed": "The browser did not store it. What was kept before is still here.",
    "storage-full": "This device has no room left. What was kept before is still here.",
    unknown: "Something went wrong. What was kept before is still here.",
  } satisfies Record<ErrorCode, string>,
  me: {
    articles: "Articles",
    favourites: "Favourites",
    characters: "Words",
    storage: "Storage",
    used: "Space used",
    usedOf: (used: string, quota: string) => `${used} of ${quota}`,
    unknownRoom: "The browser does not say",
    pinned: "Long-term storage",
    pinnedYes: "The browser has promised not to clear it",
    pinnedNo: "The browser has not promised it yet; installing Liuye helps",
    pin: "Ask the browser",
    appearance: "Appearance",
    paper: "Paper",
    language: "Language",
    app: "Liuye",
    install: "Install",
    installHint: "Add Liuye to this device",
    version: "Version",
    update: "A new version is ready",
    updateNow: "Use it now",
    offline: "Offline reading",
    offlineReady: "Ready",
    offlineNot: "Not ready yet",
    promise: "Everything stays on this device. Liuye has no server, no account and no tracker.",
  },
  ...care,
  ...exporting,
  keeping,
  short,
  upkeep,
  ...organise,
  facts,
  reading,
  readings,
  related,
  room,
  ...safety,
  ...outward,
  ...pictures,
  ...marks,
  aids,
  search,
  finding,
  rules,
  backup,
  pwa,
  notice: {
    framed: "Open Liuye in a window of its own.",
    dismiss: "Dismiss",
    reload: "Reload",
    trouble: {
      outdated: "Liuye was updated in another tab. Reload to go on.",
      missing: "A part of Liuye could not be fetched. Reload when there is a network; nothing kept is lost.",
      unavailable: "This browser window keeps nothing: storage is switched off. Use an ordinary window.",
      slow: "The library is slow to open. Wait a moment, or reload.",
      blocked: "Liuye is open in another tab with an older version. Close that tab to go on.",
      insecure: "Liuye can only keep pages when it is opened over https.",
    },
  },
};

/** The shape every language fills. */
export type Messages = typeof messages;

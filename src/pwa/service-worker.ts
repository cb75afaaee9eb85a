// Keeps the app itself for offline use, and what was shared until the reader has spoken: articles are data in the
// library, never responses here.
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { inboxName, leaveShare } from "#capture/share-inbox.ts";

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

/** Where other apps send what is shared; the manifest names it too. */
const shareAddress = new URL("share", self.registration.scope).href;

/** Routes are hashes, so these are all the pages there are; another app in a folder below answers for itself. */
const ownPages = new Set(["", "index.html", "share"].map((page) => new URL(page, self.registration.scope).pathname));

// Before workbox's own listener, which leaves a POST to the network, where a static host refuses it.
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "POST" && url.split("?", 1)[0] === shareAddress) event.respondWith(receiveShare(event.request));
});

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  ({ request, url }) => request.mode === "navigate" && ownPages.has(url.pathname),
  createHandlerBoundToURL("index.html"),
);

self.addEventListener("message", (event) => {
  // Sent by workbox-window when the reader accepts an update.
  if (event.data?.type === "SKIP_WAITING") event.waitUntil(self.skipWaiting());
});

self.addEventListener("activate", (event) => {
  // The first visit too is kept: a newcomer can go offline without a second load.
  event.waitUntil(self.clients.claim());
});

/** Puts what was sent into the inbox and leads to the app, which says what came and asks whether to keep it. */
async function receiveShare(request: Request): Promise<Response> {
  const outcome = await request
    .formData()
    .then((form) => leaveShare(form, Date.now()))
    .catch(() => "failed");
  new BroadcastChannel(inboxName).postMessage(null);
  return Response.redirect(new URL(`./?shared=${outcome}`, self.registration.scope).href, 303);
}

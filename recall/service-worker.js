// Calls a broken deployment back. Upload this file in the place of the built service-worker.js, and nothing else needs to
// be right: every browser that asks for a newer version takes it, forgets the app's own files and loads the page anew from
// the host. It touches neither the library (IndexedDB), nor what was shared and waits (the inbox), nor any other cache.
// Once a good build is uploaded, with its own service-worker.js, the app is kept for offline use again by itself.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(recall());
});

async function recall() {
  const { scope } = self.registration;
  const windows = await self.clients.matchAll({ type: "window" });
  for (const name of await caches.keys()) {
    // Of workbox, and of this folder: another Liuye on the same host keeps its own.
    if (name.startsWith("workbox-") && name.endsWith(scope)) await caches.delete(name);
  }
  await self.registration.unregister();
  // Only windows that the broken version ran are here. One that loads while this file is still uploaded is nobody's, so it
  // is not sent round in circles.
  for (const window of windows) await window.navigate(window.url).catch(() => {});
}

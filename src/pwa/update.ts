import { type ReadonlySignal, signal } from "@preact/signals-core";

const ready = signal(false);
const waiting = signal(false);
const replaced = signal(false);
let letIn: (() => void) | undefined;
let accepted = false;

/** True once the whole app is on this device, so that it opens with no network. */
export const offlineReady: ReadonlySignal<boolean> = ready;

/** True while a newer version waits for the reader's word. */
export const updateReady: ReadonlySignal<boolean> = waiting;

/** True when another tab has moved to a newer version: parts this page has not loaded yet may be gone. */
export const replacedByUpdate: ReadonlySignal<boolean> = replaced;

/** Registers the service worker; does nothing where the browser has none (private windows, plain http). */
export async function startOffline(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  let firstVisit = !navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (accepted) location.reload();
    else if (!firstVisit) replaced.value = true;
    firstVisit = false;
  });
  const { watchWorker } = await import("./watch-worker.ts");
  letIn = await watchWorker({
    onReady: () => {
      ready.value = true;
    },
    onWaiting: () => {
      waiting.value = true;
    },
    onColdStart: () => {
      accepted = true;
    },
  });
}

/** Lets the waiting version take over and reloads this page into it. */
export function applyUpdate(): void {
  accepted = true;
  letIn?.();
}

import { Workbox } from "workbox-window";
import { trustedAddress } from "#domain/trusted-address.ts";

type Told = {
  /** The app is kept on this device. */
  onReady: () => void;
  /** A newer version is at hand. */
  onWaiting: () => void;
  /** One that was at hand before this start is let in now, before anything is read. */
  onColdStart: () => void;
};

/** Every open window holds this lock, so that each can tell whether it is alone. */
const windowLock = "liuye-window";

/** Later than this after the start, in milliseconds, a reload would take something away. */
const longestStart = 5000;

/** An app that is never closed asks for a newer version this often, in milliseconds, when it comes into sight. */
const askAgainAfter = 60 * 60 * 1000;

/** Registers the service worker and follows it; gives what lets a waiting version in. */
export async function watchWorker({ onReady, onWaiting, onColdStart }: Told): Promise<() => void> {
  const workbox = new Workbox(trustedAddress("liuye-worker", new URL("service-worker.js", document.baseURI).href), {
    updateViaCache: "none",
  });
  const letIn = () => workbox.messageSkipWaiting();
  workbox.addEventListener("waiting", async ({ wasWaitingBeforeRegister }) => {
    onWaiting();
    if (wasWaitingBeforeRegister && isColdStart() && (await isAlone())) {
      onColdStart();
      letIn();
    }
  });
  workbox.addEventListener("activated", onReady);
  // Held for the life of the page; where there are no locks nobody can know, and the reader is asked.
  navigator.locks?.request(windowLock, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
  const registration = await workbox.register().catch(reportError);
  if (registration?.active) onReady();
  if (registration) askAgain(registration);
  return letIn;
}

/** True in a window just opened, in which the reader has done nothing yet; a reload is no start. */
function isColdStart(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const { userActivation } = navigator;
  return entry?.type === "navigate" && performance.now() < longestStart && userActivation?.hasBeenActive === false;
}

async function isAlone(): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.filter(({ name }) => name === windowLock).length === 1;
}

function askAgain(registration: ServiceWorkerRegistration): void {
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < askAgainAfter) return;
    asked = Date.now();
    registration.update().catch(() => {}); // offline: the next time
  });
}

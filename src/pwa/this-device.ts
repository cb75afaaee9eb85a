import { installOffer } from "./install.ts";
import { type InstallWay, installWay } from "./install-way.ts";

/** True in a window of its own, without the browser around it; Safari says so in a way of its own. */
export function isStandalone(): boolean {
  const { standalone } = navigator as { standalone?: boolean };
  return standalone === true || matchMedia("(display-mode: standalone), (display-mode: minimal-ui)").matches;
}

/** The way onto the home screen of the browser this page is in; to be read while rendering, for offers come and go. */
export function presentWay(): InstallWay {
  return installWay({
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    isStandalone: isStandalone(),
    isOffered: installOffer.value !== undefined,
  });
}

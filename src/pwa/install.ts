import { type ReadonlySignal, signal } from "@preact/signals-core";

/** Chromium's install offer; other engines have none, their own menus install. */
type InstallOffer = Event & { prompt(): Promise<unknown> };

const offer = signal<InstallOffer | undefined>(undefined);

/** The browser's own offer to install Liuye, while it stands. */
export const installOffer: ReadonlySignal<unknown> = offer;

/** Starts listening for the offer; browsers make it once, early. */
export function watchInstallOffer(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer.value = event as InstallOffer;
  });
  addEventListener("appinstalled", () => {
    offer.value = undefined;
    // An installed app is what browsers promise long storage to; asked before, they may have said no.
    import("#library/storage.ts").then(({ askToPersist }) => askToPersist()).catch(reportError);
  });
}

/** Shows the browser's install question; it may be asked once per offer. */
export async function install(): Promise<void> {
  const standing = offer.value;
  offer.value = undefined;
  await standing?.prompt();
}

// Start here: the reader's language, the screens, the library's guides, the service worker.
import "./ui/styles/layers.css";
import "./ui/styles/reset.css";
import "./ui/styles/tokens.css";
import "./ui/styles/base.css";
import "./ui/styles/print.css";
import "./ui/styles/forced.css";
import "./ui/first-frame.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { speak, t } from "#i18n/messages.ts";
import { openLibrary } from "#library/lifecycle.ts";
import { watchInstallOffer } from "#pwa/install.ts";
import { startOffline } from "#pwa/update.ts";
import { App } from "#ui/app.tsx";
import { firstList } from "#ui/first-list.ts";
import { Framed } from "#ui/framed.tsx";
import { language } from "#ui/preferences.ts";

/** Inside another site's frame a tap could be stolen, and a page cannot forbid frames by itself: there it shows only a way out. */
const framed = window.top !== window.self;

watchInstallOffer();

const { first } = document.documentElement.dataset;
const opened = framed ? Promise.resolve(false) : openLibrary();
const begun = first === "new" ? opened.then(plant) : opened; // the guides are on screen already
const drawable = first === "new" || first === "known" ? firstList(begun) : Promise.resolve();

const root = document.getElementById("app");
if (root) {
  let isFirst = true;
  effect(() => {
    const wanted = language.value;
    // A new key draws everything again, so that no sentence of the other language stays behind.
    Promise.all([speak(wanted), !framed && drawable])
      .then(() => {
        document.title = t.name;
        if (isFirst) root.replaceChildren(); // the first frame, in whose place the same is drawn
        isFirst = false;
        delete document.documentElement.dataset.first;
        render(framed ? <Framed /> : <App key={wanted} />, root);
      })
      .catch(reportError);
  });
}

if (!framed) {
  // What is on screen comes first: all else, the service worker too, would take its place in the queue.
  drawable
    .then(() => Promise.all([import("#ui/begin.ts"), opened]))
    .then(([{ begin }, isOpen]) => begin(isOpen))
    .catch(reportError);
  drawable.then(startOffline).catch(reportError);
}

async function plant(isOpen: boolean): Promise<void> {
  if (isOpen) await (await import("#capture/guides.ts")).plantGuides(language.peek(), Date.now());
}

// Start here: the reader's language, the screens, the library's guides, the service worker.
import "./ui/styles/layers.css";
import "./ui/styles/reset.css";
import "./ui/styles/tokens.css";
import "./ui/styles/base.css";
import "./ui/styles/print.css";
import "./ui/styles/forced.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { plantGuides } from "#capture/guides.ts";
import { speak, t } from "#i18n/messages.ts";
import { openLibrary } from "#library/lifecycle.ts";
import { watchInstallOffer } from "#pwa/install.ts";
import { startOffline } from "#pwa/update.ts";
import { App } from "#ui/app.tsx";
import { Framed } from "#ui/framed.tsx";
import { language } from "#ui/preferences.ts";

/** Inside another site's frame a tap could be stolen, and a page cannot forbid frames by itself: there it shows only a way out. */
const framed = window.top !== window.self;

watchInstallOffer();

const root = document.getElementById("app");
if (root) {
  effect(() => {
    const wanted = language.value;
    // A new key draws everything again, so that no sentence of the other language stays behind.
    speak(wanted)
      .then(() => {
        document.title = t.name;
        render(framed ? <Framed /> : <App key={wanted} />, root);
      })
      .catch(reportError);
  });
}

if (!framed) {
  openLibrary()
    .then((opened) => (opened ? plantGuides(language.peek(), Date.now()) : undefined))
    .then(() => Promise.all([import("#ui/begin-search.ts"), import("#ui/begin-upkeep.ts")]))
    .then(([{ beginSearch }, { beginUpkeep }]) => {
      beginSearch();
      beginUpkeep();
    })
    .then(() => import("#ui/badge.ts"))
    .then(({ beginBadge }) => beginBadge())
    .catch(reportError);
  import("#ui/keep-focus.ts").then(({ keepFocus }) => keepFocus(), reportError);
  import("#ui/add/shared-arrivals.ts").then(({ watchShares }) => watchShares(), reportError);
  startOffline().catch(reportError);
}

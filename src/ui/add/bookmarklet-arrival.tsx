import { useEffect } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { hrefOf } from "#ui/router.ts";
import { closeWindow, keepAsked, type Receiving, receive, receiving, refuseAsked } from "./bookmarklet-receiving.ts";
import "./bookmarklet-arrival.css";

/** What the bookmarklet's window shows until the page is kept; then the article itself takes its place. */
export function BookmarkletArrival({ nonce }: { nonce: string }) {
  useEffect(() => {
    receive(nonce).catch(reportError);
  }, [nonce]);
  const state = receiving.value;
  const isUnderWay = state.step === "waiting" || state.step === "keeping";
  return (
    <main class="bookmarklet-arrival">
      <Icon name="leaf" />
      <h1>{t.bookmarklet.arrival[state.step]}</h1>
      <p role="status">{sentenceOf(state)}</p>
      {state.step === "asking" && <p>{t.bookmarklet.askWhy}</p>}
      {isUnderWay && <progress aria-label={t.bookmarklet.arrival[state.step]} />}
      {state.step === "asking" && (
        <p class="bookmarklet-answers">
          <button type="button" class="quiet-button" onClick={refuseAsked}>
            {t.share.refuse}
          </button>
          <button type="button" class="quiet-button bookmarklet-keep" onClick={() => keepAsked().catch(reportError)}>
            {t.share.keep}
          </button>
        </p>
      )}
      {!isUnderWay && state.step !== "asking" && (
        <p class="bookmarklet-answers">
          <a class="quiet-button" href={hrefOf({ screen: "shelf" })}>
            {t.reader.toShelf}
          </a>
          <button type="button" class="quiet-button" onClick={closeWindow}>
            {t.bookmarklet.closeWindow}
          </button>
        </p>
      )}
    </main>
  );
}

function sentenceOf(state: Receiving): string {
  if (state.step === "keeping" || state.step === "asking") return t.bookmarklet.from(state.title, state.host);
  if (state.step === "failed") return t.errors[state.code];
  return state.step === "kept" ? state.title : t.bookmarklet.sentences[state.step];
}

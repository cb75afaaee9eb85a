import { useSignal } from "@preact/signals";
import { bookmarkletAddress } from "#capture/bookmarklet/address.ts";
import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { hrefOf } from "#ui/router.ts";
import { bookmarkletKey } from "./bookmarklet-key.ts";
import "./bookmarklet-screen.css";

/** The bookmarklet, to be dragged or copied, and how it becomes a bookmark on each kind of device. */
export function BookmarkletScreen() {
  const address = bookmarkletAddress(new URL("./", location.href).href, bookmarkletKey(), t.bookmarklet.notice);
  const copied = useSignal<boolean | undefined>(undefined);
  const tapped = useSignal(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      copied.value = true;
    } catch {
      copied.value = false; // then it can be copied by hand
    }
  }

  return (
    <>
      <header class="screen-bar">
        <a class="icon-button" href={hrefOf({ screen: "shelf" })} aria-label={t.reader.back}>
          <Icon name="back" />
        </a>
        <h1>{t.bookmarklet.title}</h1>
      </header>
      <div class="bookmarklet-screen">
        <p>{t.bookmarklet.lead}</p>
        <p class="bookmarklet-take">
          <a
            class="bookmarklet-link"
            href={address}
            onClick={(event) => {
              event.preventDefault(); // it is for other sites' pages
              tapped.value = true;
            }}
          >
            {t.bookmarklet.name}
          </a>
          <button type="button" class="quiet-button bookmarklet-copy" onClick={copy}>
            {copied.value ? t.bookmarklet.copied : t.bookmarklet.copy}
          </button>
        </p>
        {tapped.value && <p role="status">{t.bookmarklet.drag}</p>}
        {copied.value === false && (
          <textarea
            readOnly
            rows={3}
            aria-label={t.bookmarklet.byHand}
            value={address}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
        {t.bookmarklet.devices.map(({ device, steps, note }) => (
          <section key={device}>
            <h2>{device}</h2>
            <ol>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            {note && <p class="bookmarklet-note">{note}</p>}
          </section>
        ))}
        <h2>{t.bookmarklet.whatTitle}</h2>
        <p>{t.bookmarklet.what}</p>
        <p class="bookmarklet-note">{t.bookmarklet.limits}</p>
      </div>
    </>
  );
}

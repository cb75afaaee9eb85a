import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";
import { isRelay, relay } from "#ui/preferences.ts";
import "./relay-field.css";

/** The address of the reader's own fetch relay; it counts as soon as it could be one. */
export function RelayField() {
  const typed = useSignal<string>(relay.value);
  const bad = !isRelay(typed.value.trim());
  return (
    <details class="relay-field">
      <summary>{t.relay.title}</summary>
      <p>{t.relay.hint}</p>
      <input
        type="url"
        inputMode="url"
        autocomplete="off"
        aria-label={t.relay.title}
        aria-invalid={bad}
        placeholder="https://relay.example/?url={url}"
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          const address = typed.value.trim();
          if (isRelay(address)) relay.value = address;
        }}
      />
      {bad && <p role="alert">{t.relay.bad}</p>}
    </details>
  );
}

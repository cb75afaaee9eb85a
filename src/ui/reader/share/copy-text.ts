import { t } from "#i18n/messages.ts";
import { say } from "#ui/toasts.ts";

/** Puts a text on the clipboard and says so, or that the browser refused. */
export function copyText(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => say(t.aids.copied),
    () => say(t.aids.copyFailed),
  );
}

import { LiuyeError } from "#domain/errors.ts";
import { t } from "#i18n/messages.ts";
import { type Former, putBack } from "#library/edits.ts";
import { say } from "#ui/toasts.ts";

/** Says that a deed is done and offers to undo it. */
export function sayDone(words: string, former: Former): void {
  say(words, {
    label: t.article.undo,
    run: () =>
      putBack(former).then(
        (isBack) => say(isBack ? t.mend.undone : t.mend.tooLate),
        (error) => say(whyNot(error)),
      ),
  });
}

/** Why an article could not be mended; it stays as it is. */
export function whyNot(error: unknown): string {
  if (!(error instanceof LiuyeError)) {
    reportError(error);
    return t.mend.unreadable;
  }
  return error.code === "nothing-to-read" ? t.mend.noWords : t.errors[error.code];
}

import { t } from "#i18n/messages.ts";
import { hrefOf } from "#ui/router.ts";
import { forgetMove, type Moving, stopMoving } from "./moving.ts";

/** How far a move has come, with a way to stop it; how it ended, with a way to what came in. */
export function MoveState({ state, onClose }: { state: Moving; onClose: () => void }) {
  const close = () => {
    forgetMove();
    onClose();
  };
  if (state.at === "moving") {
    const { done, total } = state.progress;
    return (
      <>
        <p role="status">{t.move.progress(done, total)}</p>
        <progress max={total} value={done} aria-label={t.move.title} />
        <button type="button" class="quiet-button" onClick={stopMoving}>
          {t.add.cancel}
        </button>
      </>
    );
  }
  if (state.at === "failed") {
    return (
      <>
        <p role="alert">{t.errors[state.code]}</p>
        <button type="button" class="quiet-button" onClick={close}>
          {t.add.close}
        </button>
      </>
    );
  }
  return (
    <>
      <p role="status">{state.stopped ? t.move.stopped(state.added) : t.move.done(state.added)}</p>
      {state.added > 0 && (
        <a class="main-button move-look" href={hrefOf(state.to)} onClick={close}>
          {t.finding.look}
        </a>
      )}
      <button type="button" class="quiet-button" onClick={close}>
        {t.add.close}
      </button>
    </>
  );
}

import { useSignal } from "@preact/signals";
import { t } from "#i18n/messages.ts";
import { badgeWanted, canBadge, mayBadge } from "#ui/badge.ts";

/** The reader's word on a number on the app's icon; only where the browser could write one. */
export function BadgeRow() {
  const isRefused = useSignal(false);
  if (!canBadge) return null;
  const choose = async (isWanted: boolean) => {
    isRefused.value = isWanted && !(await mayBadge());
    badgeWanted.value = isWanted && !isRefused.value ? "yes" : "no";
  };
  return (
    <label class="me-row me-badge">
      <span>{t.pwa.badge.title}</span>
      <small role="status">{isRefused.value ? t.pwa.badge.refused : t.pwa.badge.hint}</small>
      <input
        type="checkbox"
        aria-label={t.pwa.badge.show}
        checked={badgeWanted.value === "yes"}
        onChange={(event) => choose(event.currentTarget.checked).catch(reportError)}
      />
    </label>
  );
}

import { t } from "#i18n/messages.ts";
import { Notice } from "#ui/components/notice.tsx";
import { MoveState } from "./move-state.tsx";
import { isMoveSheetOpen, moving } from "./moving.ts";
import "./move-notice.css";

/** How a move goes and how it ended, wherever one is, once its sheet has been left. */
export function MoveNotice() {
  if (!moving.value || isMoveSheetOpen.value) return null;
  return (
    <Notice name="move-notice" shape="card" label={t.move.title}>
      <MoveState state={moving.value} onClose={() => {}} />
    </Notice>
  );
}

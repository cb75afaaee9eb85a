import { useEffect } from "preact/hooks";
import { AddReport } from "./add-report.tsx";
import { adding } from "./adding.ts";
import { MoveNotice } from "./move-notice.tsx";

/** How keeping pages goes, wherever one is; its outcome waits for the list. Tells when pages begin to come in. */
export function AddNotice({ inList, onBegin }: { inList: boolean; onBegin: () => void }) {
  const isAdding = adding.value !== undefined;
  useEffect(() => {
    if (isAdding) onBegin();
  }, [isAdding]);
  return (
    <>
      <MoveNotice />
      {(adding.value?.state === "running" || inList) && <AddReport />}
    </>
  );
}

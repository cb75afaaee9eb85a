import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { whyNot } from "./mend-deeds.ts";
import "./mend-foot.css";

type MendFootProps = {
  /** What the deed would make of the article. */
  words: ComponentChildren;
  deed: string;
  disabled?: boolean;
  onDeed: () => Promise<void> | void;
  /** Smaller deeds before the large one. */
  children?: ComponentChildren;
};

/** The foot of every way to mend: what would change, and the button that does it. */
export function MendFoot({ words, deed, disabled = false, onDeed, children }: MendFootProps) {
  const problem = useSignal("");
  const busy = useSignal(false);
  const run = async () => {
    busy.value = true;
    problem.value = "";
    try {
      await onDeed();
    } catch (error) {
      problem.value = whyNot(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <footer class="mend-foot">
      <p role="status" class={problem.value ? "mend-problem" : ""}>
        {problem.value || words}
      </p>
      <div>
        {children}
        <button type="button" class="main-button mend-apply" disabled={disabled || busy.value} onClick={run}>
          {deed}
        </button>
      </div>
    </footer>
  );
}

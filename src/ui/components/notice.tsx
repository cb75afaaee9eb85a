import type { ComponentChildren } from "preact";
import "./notice.css";

type NoticeProps = {
  /** What it is called beside its looks. */
  name: string;
  /** A card holds a heading, a list and answers; a line one sentence and one button. */
  shape: "card" | "line";
  /** True when something is wrong that only the reader can put right. */
  grave?: boolean;
  role?: "alert" | "status";
  label?: string;
  children: ComponentChildren;
};

/** A word over the page that stays until it is answered. */
export function Notice({ name, shape, grave = false, role, label, children }: NoticeProps) {
  return (
    <section
      class={`notice notice-${shape} ${grave ? "notice-grave" : ""} ${name}`}
      role={role}
      aria-label={label}
      aria-live={role ? undefined : "polite"}
    >
      {children}
    </section>
  );
}

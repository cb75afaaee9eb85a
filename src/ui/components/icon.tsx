import { type IconName, shapes } from "./icon-shapes.ts";

/** A picture for a control; it says nothing by itself, so the control carries the name. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill={filled ? "currentColor" : "none"}>
      <path d={shapes[name]} />
    </svg>
  );
}

import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { Icon } from "./icon.tsx";
import "./menu.css";

/** A few more deeds behind three dots; any of them closes it, and so do Escape and a tap elsewhere. */
export function Menu({ label, children }: { label: string; children: ComponentChildren }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  return (
    <div class="menu">
      <button
        type="button"
        class="icon-button menu-button"
        aria-label={label}
        title={t.article.more}
        popovertarget={id}
      >
        <Icon name="more" />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the deeds inside have their own keys */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div ref={list} id={id} class="menu-list" popover="auto" onClick={() => list.current?.hidePopover()}>
        {children}
      </div>
    </div>
  );
}

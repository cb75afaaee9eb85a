import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { falseHost, realHost } from "#domain/link-host.ts";
import { t } from "#i18n/messages.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import "./link-guard.css";

type Lie = { written: string; host: string; href: string };

const linkAt = (event: Event) => (event.target as Element).closest?.<HTMLAnchorElement>(".prose a[href]") ?? undefined;

/** Says where a link of the article leads while it is pointed at or has the focus, and asks where its words say otherwise. */
export function LinkGuard() {
  const host = useSignal("");
  const lie = useSignal<Lie | undefined>(undefined);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const show = (event: Event) => {
      const link = linkAt(event);
      host.value = (link && realHost(link.href) !== location.host && realHost(link.href)) || "";
    };
    const hide = () => {
      host.value = "";
    };
    for (const name of ["pointerover", "pointerdown", "focusin"]) document.addEventListener(name, show, { signal });
    for (const name of ["focusout", "scroll"]) document.addEventListener(name, hide, { signal, capture: true });
    document.addEventListener(
      "click",
      (event) => {
        const link = linkAt(event);
        const written = link && falseHost(link.textContent ?? "", link.href);
        if (!link || !written) return;
        event.preventDefault();
        lie.value = { written, host: realHost(link.href) ?? "", href: link.href };
      },
      { signal, capture: true },
    );
    return () => leaving.abort();
  }, []);
  const close = () => {
    lie.value = undefined;
  };
  return (
    <>
      {host.value !== "" && (
        <p class="link-guard" aria-hidden="true">
          {host.value}
        </p>
      )}
      {lie.value && (
        <Sheet label={t.leaving.title} onClose={close}>
          <div class="link-guard">
            <h2>{t.leaving.title}</h2>
            <p>{t.leaving.says(lie.value.written, lie.value.host)}</p>
            <button type="button" class="quiet-button" onClick={close}>
              {t.leaving.stay}
            </button>
            <a
              class="quiet-button"
              href={lie.value.href}
              target="_blank"
              rel="noopener noreferrer"
              referrerpolicy="no-referrer"
              onClick={() => setTimeout(close)}
            >
              {t.leaving.open(lie.value.host)}
            </a>
          </div>
        </Sheet>
      )}
    </>
  );
}

import { t } from "#i18n/messages.ts";

/** What stands in another site's frame: a way to the real thing, and nothing to tap by mistake. */
export function Framed() {
  return (
    <p>
      <a href={location.href} target="_top">
        {t.notice.framed}
      </a>
    </p>
  );
}

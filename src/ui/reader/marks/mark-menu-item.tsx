import type { Article } from "#domain/article.ts";
import { t } from "#i18n/messages.ts";
import { highlightCount } from "#library/highlights.ts";
import { Icon } from "#ui/components/icon.tsx";
import { useLive } from "#ui/use-live.ts";

/** The line of the article's menu that leads to its marks, and says how many there are. */
export function MarkMenuItem({ article, onOpen }: { article: Article; onOpen: () => void }) {
  const count = useLive(() => highlightCount(article.id), [article.id]) ?? 0;
  return (
    <button type="button" class="reader-marks" onClick={onOpen}>
      <Icon name="pencil" />
      {t.marks.listCount(count)}
    </button>
  );
}

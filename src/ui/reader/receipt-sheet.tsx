import type { Article, MissingReason } from "#domain/article.ts";
import { missingPictures } from "#domain/whole.ts";
import { formatBytes, formatLanguage, formatLength, formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { contentOf, originalOf } from "#library/articles.ts";
import { editableFields } from "#library/edits.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { useLive } from "#ui/use-live.ts";
import "./receipt-sheet.css";

/** What was kept of a page and why the rest is missing, without a euphemism. */
export function ReceiptSheet({ article, onClose }: { article: Article; onClose: () => void }) {
  const { receipt, url, lang, savedAt, refreshedAt, edited = [] } = article;
  const origins = editableFields.flatMap((field) => {
    const origin = edited.includes(field) ? undefined : article.origins?.[field];
    return origin && article[field] ? [t.reading.from(t.mend.names[field], t.reading.origins[origin])] : [];
  });
  const content = useLive(() => contentOf(article.id), [article.id]);
  const original = useLive(() => originalOf(article.id), [article.id]);
  const now = Date.now();
  return (
    <Sheet label={t.receipt.title} onClose={onClose}>
      <div class="receipt-sheet">
        <h2>{t.receipt.title}</h2>
        <ul class="receipt-summary">
          <li>{content === null ? t.receipt.noText : t.receipt.text(formatLength(article.length))}</li>
          {receipt && <li>{pictureWords(article)}</li>}
          {receipt && <li>{formatBytes(receipt.bytes)}</li>}
          {receipt && <li>{t.receipt.from[receipt.via]}</li>}
          <li>{formatWhen(receipt?.at ?? refreshedAt, now)}</li>
        </ul>
        {receipt ? <Missing article={article} /> : <p>{t.receipt.unknown}</p>}
        <dl>
          <dt>{t.receipt.address}</dt>
          <dd>
            {url ? (
              <a href={url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
                {url}
              </a>
            ) : (
              t.receipt.noAddress
            )}
          </dd>
          {origins.length > 0 && <dt>{t.reading.origin}</dt>}
          {origins.length > 0 && <dd>{origins.join(" · ")}</dd>}
          <dt>{t.receipt.language}</dt>
          <dd>{formatLanguage(lang)}</dd>
          <dt>{t.receipt.saved}</dt>
          <dd>{formatWhen(savedAt, now)}</dd>
          {refreshedAt !== savedAt && <dt>{t.receipt.refreshed}</dt>}
          {refreshedAt !== savedAt && <dd>{formatWhen(refreshedAt, now)}</dd>}
          <dt>{t.receipt.original}</dt>
          <dd>{original === null ? t.receipt.originalNot : original && t.receipt.originalKept}</dd>
          {edited.length > 0 && <dt>{t.receipt.edited}</dt>}
          {edited.length > 0 && <dd>{edited.map((field) => t.mend.names[field]).join(" · ")}</dd>}
        </dl>
        <button type="button" class="main-button" onClick={onClose}>
          {t.receipt.close}
        </button>
      </div>
    </Sheet>
  );
}

function Missing({ article }: { article: Article }) {
  const { truncated, pictures } = article.receipt ?? {};
  const reasons = Object.entries(pictures?.missing ?? {}) as [MissingReason, number][];
  return (
    <>
      {truncated && <p class="receipt-missing">{t.receipt.truncated}</p>}
      {reasons.map(([reason, count]) => (
        <p key={reason} class="receipt-missing">
          {t.receipt.missing[reason](count)}
        </p>
      ))}
    </>
  );
}

function pictureWords(article: Article): string {
  const kept = article.receipt?.pictures.kept ?? 0;
  const all = kept + missingPictures(article);
  return all === 0 ? t.receipt.noPictures : t.receipt.pictures(kept, all);
}

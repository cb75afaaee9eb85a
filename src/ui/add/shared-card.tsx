import type { Share } from "#capture/share-inbox.ts";
import { formatBytes } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { Notice } from "#ui/components/notice.tsx";
import {
  arrivals,
  dismissSharedTrouble,
  hostOf,
  keepingShare,
  keepShare,
  refuseShares,
  sharedTrouble,
} from "./shared-arrivals.ts";
import "./shared-card.css";

/** Asks about what was shared, one thing at a time: any web page can send something here, so nothing is kept unasked. */
export function SharedCard() {
  const [share] = arrivals.value;
  return (
    <>
      {sharedTrouble.value && (
        <Notice name="shared-card" shape="card" role="alert">
          <p class="shared-words">{t.share.trouble[sharedTrouble.value]}</p>
          <p class="notice-answers">
            <button type="button" class="quiet-button" onClick={dismissSharedTrouble}>
              {t.notice.dismiss}
            </button>
          </p>
        </Notice>
      )}
      {share && !keepingShare.value && <Question key={share.id} share={share} others={arrivals.value.length - 1} />}
    </>
  );
}

function Question({ share, others }: { share: Share; others: number }) {
  const { title, text, url, files, left } = share;
  const host = hostOf(share);
  const words = title || text;
  const isThere = words !== "" || url !== "" || files.length > 0; // all its files may have been too large
  return (
    <Notice name="shared-card" shape="card" label={t.share.ask}>
      {isThere && <h2>{t.share.ask}</h2>}
      {words && <p class="shared-words">{words.slice(0, 300)}</p>}
      {host ? <p class="shared-from">{host}</p> : !words && url && <p class="shared-from">{url.slice(0, 300)}</p>}
      {files.length > 0 && (
        <ul>
          {files.map(({ name, size }, index) => (
            <li key={`${index}${name}`}>
              <span>{name}</span> <small>{formatBytes(size)}</small>
            </li>
          ))}
        </ul>
      )}
      {left > 0 && <p class="shared-from">{t.share.left(left)}</p>}
      <p class="notice-answers">
        {others > 0 && (
          <button type="button" class="shared-none" onClick={() => refuseShares(arrivals.peek())}>
            {t.share.refuseAll(others + 1)}
          </button>
        )}
        <button type="button" class="quiet-button shared-refuse" onClick={() => refuseShares([share])}>
          {isThere ? t.share.refuse : t.notice.dismiss}
        </button>
        {isThere && (
          <button type="button" class="quiet-button shared-keep" onClick={() => keepShare(share)}>
            {t.share.keep}
          </button>
        )}
      </p>
    </Notice>
  );
}

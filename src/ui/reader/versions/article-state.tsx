import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Article, Content } from "#domain/article.ts";
import { formatWhen } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { hasOriginal } from "#library/articles.ts";
import { type BodyFault, bodyFault } from "#library/body-hash.ts";
import { acceptBody, replaceBody } from "#library/edits.ts";
import { versionDates } from "#library/versions.ts";
import { later } from "#ui/components/later.tsx";
import { orSayWhy } from "#ui/deeds.ts";
import { sayDone, whyNot } from "#ui/reader/mend/mend-deeds.ts";
import { say } from "#ui/toasts.ts";
import { useLive } from "#ui/use-live.ts";
import "./article-state.css";

const VersionsSheet = later(async () => (await import("./versions-sheet.tsx")).VersionsSheet);

/** What there is to say of an article's text: that it is damaged and what can be done, or that its page has changed. */
export function ArticleState({ article, content }: { article: Article; content: Content | null }) {
  const fault = useSignal<BodyFault | undefined>(undefined);
  const versionsOpen = useSignal(false);
  const dates = useLive(() => versionDates(article.id), [article.id]) ?? [];
  useEffect(() => {
    let isCurrent = true;
    bodyFault(content).then((found) => {
      if (isCurrent) fault.value = found;
    }, reportError);
    return () => {
      isCurrent = false;
    };
  }, [content]);
  const [latest] = dates;
  const open = () => (versionsOpen.value = true);
  return (
    <>
      {fault.value && (
        <Damage article={article} fault={fault.value} onEarlier={latest === undefined ? undefined : open} />
      )}
      {latest !== undefined && (
        <p class="article-state">
          <span>
            {latest > article.refreshedAt
              ? t.keeping.laterKept(formatWhen(latest, Date.now()))
              : t.keeping.changedSince(formatWhen(latest, Date.now()))}
          </span>
          <button type="button" class="quiet-button article-versions" onClick={open}>
            {t.keeping.whatChanged}
          </button>
        </p>
      )}
      {versionsOpen.value && (
        <VersionsSheet article={article} content={content} onClose={() => (versionsOpen.value = false)} />
      )}
    </>
  );
}

type DamageProps = { article: Article; fault: BodyFault; onEarlier: (() => void) | undefined };

/** Says what is wrong with a text, and offers every way there is to a whole one; nothing is done without the reader. */
function Damage({ article, fault, onEarlier }: DamageProps) {
  const kept = useLive(() => hasOriginal(article.id), [article.id]);
  const busy = useSignal(false);
  const readKeptPage = async () => {
    busy.value = true;
    try {
      const { readAgain } = await import("#capture/recapture.ts");
      const remade = await readAgain(article);
      const former = remade && (await replaceBody(article.id, remade));
      if (former) sayDone(t.mend.bodyDone, former);
    } catch (error) {
      say(whyNot(error));
    } finally {
      busy.value = false;
    }
  };
  const accept = () =>
    orSayWhy(async () => {
      await acceptBody(article.id);
      say(t.keeping.accepted);
    });
  return (
    <div class="article-state article-damage" role="alert">
      <p>{t.keeping.body[fault]}</p>
      {kept === false && !onEarlier && fault !== "changed" && <p>{t.keeping.nothingLeft}</p>}
      <div>
        {kept && (
          <button type="button" class="quiet-button article-again" disabled={busy.value} onClick={readKeptPage}>
            {t.keeping.readAgain}
          </button>
        )}
        {onEarlier && (
          <button type="button" class="quiet-button" onClick={onEarlier}>
            {t.keeping.earlier}
          </button>
        )}
        {article.url && (
          <a
            class="quiet-button"
            href={article.url}
            target="_blank"
            rel="noopener noreferrer"
            referrerpolicy="no-referrer"
          >
            {t.article.original}
          </a>
        )}
        {fault === "changed" && (
          <button type="button" class="quiet-button article-accept" onClick={accept}>
            {t.keeping.accept}
          </button>
        )}
      </div>
    </div>
  );
}

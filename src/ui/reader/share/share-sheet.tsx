import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Article } from "#domain/article.ts";
import { citeBibtex, citeGbt } from "#domain/text/citation.ts";
import { t } from "#i18n/messages.ts";
import { Icon } from "#ui/components/icon.tsx";
import { later } from "#ui/components/later.tsx";
import { Sheet } from "#ui/components/sheet.tsx";
import { AidIcon } from "#ui/reader/aids/aid-icon.tsx";
import { articleAsMarkdown } from "./article-markdown.ts";
import { copyText } from "./copy-text.ts";
import { localDay } from "./local-day.ts";
import "./share-sheet.css";

const ExportSheet = later(async () => (await import("#ui/export/export-sheet.tsx")).ExportSheet);

type ShareSheetProps = { article: Article; html: string; onClose: () => void };

/** Ways to hand an article on: to another program, as Markdown, as a citation. */
export function ShareSheet({ article, html, onClose }: ShareSheetProps) {
  const markdown = useSignal<string | undefined>(undefined); // made beforehand: a tap may copy only at once
  useEffect(() => {
    articleAsMarkdown(article, html).then((text) => (markdown.value = text), reportError);
  }, [article, html]);
  const exporting = useSignal(false);
  const ids = useMemo(() => [article.id], [article.id]);
  const cited = { ...article, accessed: localDay(article.refreshedAt) };
  const citations = { gbt: citeGbt(cited), bibtex: citeBibtex(cited) };
  const canShare = "share" in navigator;
  const share = (data: ShareData) => {
    onClose();
    navigator.share(data).catch((error: unknown) => {
      if ((error as DOMException).name !== "AbortError") reportError(error);
    });
  };
  if (exporting.value) return <ExportSheet ids={ids} onClose={onClose} />;
  return (
    <Sheet label={t.aids.share.title} onClose={onClose}>
      <div class="share-sheet">
        <h2>{t.aids.share.title}</h2>
        {canShare && article.url && (
          <Way
            icon="share"
            words={t.aids.share.link}
            run={() => share({ title: article.title, url: article.url ?? "" })}
          />
        )}
        {canShare && (
          <Way
            icon="share"
            words={t.aids.share.text}
            disabled={markdown.value === undefined}
            run={() => share({ title: article.title, text: markdown.value ?? "" })}
          />
        )}
        {article.url && <Way icon="copy" words={t.aids.share.copyLink} run={() => copyText(article.url ?? "")} />}
        <Way
          icon="copy"
          words={t.aids.share.markdown}
          disabled={markdown.value === undefined}
          run={() => copyText(markdown.value ?? "")}
        />
        <Way icon="file" words={t.exporting.asFile} run={() => (exporting.value = true)} />
        {(["gbt", "bibtex"] as const).map((form) => (
          <div key={form} class={`share-citation share-${form}`}>
            <h3>{t.aids.share.forms[form]}</h3>
            <pre>{citations[form]}</pre>
            <button type="button" class="quiet-button" onClick={() => copyText(citations[form])}>
              {t.aids.share.copyCitation}
            </button>
          </div>
        ))}
      </div>
    </Sheet>
  );
}

type WayProps = { icon: "share" | "copy" | "file"; words: string; disabled?: boolean; run: () => void };

function Way({ icon, words, disabled = false, run }: WayProps) {
  return (
    <button type="button" class={`share-way share-way-${icon}`} disabled={disabled} onClick={run}>
      {icon === "file" ? <Icon name="file" /> : <AidIcon name={icon} />}
      {words}
    </button>
  );
}

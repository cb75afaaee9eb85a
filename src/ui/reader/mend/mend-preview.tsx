import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { formatLength } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { editableFields, type Remade, replaceBody } from "#library/edits.ts";
import { ArticleBody } from "#ui/reader/article-body.tsx";
import { whyNot } from "./mend-deeds.ts";
import { MendFoot } from "./mend-foot.tsx";
import type { MendStep } from "./mend-screen.tsx";

type MendPreviewProps = MendStep & { read: () => Promise<Remade | null> };

/** What another reading of the page would make of the article, before anything is changed. */
export function MendPreview({ article, content, read, onDone }: MendPreviewProps) {
  const remade = useSignal<Remade | undefined>(undefined);
  const problem = useSignal("");
  useEffect(() => {
    read()
      .then((found) => {
        if (found) remade.value = found;
      })
      .catch((error) => {
        problem.value = whyNot(error);
      });
  }, []);
  const next = remade.value;
  if (problem.value) return <p class="mend-page mend-problem">{problem.value}</p>;
  if (!next) return <div class="mend-page" aria-busy="true" />;
  const changed = editableFields.filter(
    (field) => next.found[field] && next.found[field] !== article[field] && !article.edited?.includes(field),
  );
  const same = next.html === content.html && changed.length === 0;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <div class="mend-page" tabIndex={0}>
        {changed.length > 0 && (
          <dl class="mend-fields-found">
            {changed.map((field) => (
              <div key={field}>
                <dt>{t.mend.names[field]}</dt>
                <dd>{t.mend.change(article[field] ?? "", next.found[field] ?? "")}</dd>
              </div>
            ))}
          </dl>
        )}
        <ArticleBody html={next.html} lang={next.lang} onFilled={() => {}} />
      </div>
      <MendFoot
        words={same ? t.mend.same : t.mend.change(formatLength(article.length), formatLength(next.length))}
        deed={t.mend.apply}
        disabled={same}
        onDeed={async () => onDone(await replaceBody(article.id, next), t.mend.bodyDone)}
      />
    </>
  );
}

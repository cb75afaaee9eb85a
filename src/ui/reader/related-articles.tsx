import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Article } from "#domain/article.ts";
import { formatNames } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import type { RelatedArticle } from "#search/related.ts";
import { findRelated } from "#search/search.ts";
import { Headline } from "#ui/components/headline.tsx";
import { hrefOf, inSameList } from "#ui/router.ts";
import { shownLang, shownScript, useShown } from "./place/convert-script.ts";
import "./related-articles.css";

/** As many as one looks at after an article. */
const most = 4;

/** How far below the screen the end may be when it is time to look, as the browser's observer takes it. */
const ahead = "0px 0px 800px 0px";

/** 相关文章: what else on the shelf belongs to an article, looked for when its end comes near. */
export function RelatedArticles({ article }: { article: Article }) {
  const place = useRef<HTMLElement>(null);
  const found = useSignal<readonly RelatedArticle[]>([]);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        findRelated(article.id, most).then((related) => (found.value = related), reportError);
      },
      { rootMargin: ahead },
    );
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, [article.id]);
  return (
    <section class="related-articles" ref={place} aria-label={t.related.title}>
      {found.value.length > 0 && (
        <>
          <h2>{t.related.title}</h2>
          <ul>
            {found.value.map((related) => (
              <RelatedLine key={related.id} related={related} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function RelatedLine({ related }: { related: RelatedArticle }) {
  const { id, title, lang, source } = related;
  const shown = useShown(title, lang);
  return (
    <li>
      <a href={hrefOf(inSameList(id))}>
        <Headline title={shown} lang={shownLang(lang, shownScript(lang))} />
        <small>{[why(related), source].filter(Boolean).join(" · ")}</small>
      </a>
    </li>
  );
}

function why({ reason: { kind, shared } }: RelatedArticle): string {
  return t.related[kind](formatNames(shared));
}

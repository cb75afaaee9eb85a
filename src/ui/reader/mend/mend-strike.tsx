import { useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { blocksIn } from "#capture/body-blocks.ts";
import { bodyToStrike, strike } from "#capture/recapture.ts";
import { plainText } from "#domain/extract/blocks.ts";
import { countReading } from "#domain/text/count.ts";
import { formatLength } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { replaceBody } from "#library/edits.ts";
import { ArticleBody } from "#ui/reader/article-body.tsx";
import { answerKey, blockOf, dressBlocks, focusBlock } from "./mend-blocks.ts";
import { MendFoot } from "./mend-foot.tsx";
import type { MendStep } from "./mend-screen.tsx";

/** The present article, in which a tap strikes a block out and another puts it back. */
export function MendStrike({ article, content, hasOriginal, onDone }: MendStep) {
  const html = useMemo(() => bodyToStrike(content.html), [content.html]);
  const blocks = useRef<Element[]>([]);
  const buttons = useRef<HTMLElement[]>([]);
  const words = useRef<string[]>([]);
  const struck = useSignal<ReadonlySet<number>>(new Set());

  const toggle = (at: number) => {
    const next = new Set(struck.value);
    if (!next.delete(at)) next.add(at);
    struck.value = next;
    buttons.current[at]?.setAttribute("aria-pressed", String(next.has(at)));
    focusBlock(buttons.current, at, { preventScroll: true });
  };
  const lengthLeft = () =>
    formatLength(countReading(words.current.filter((_, at) => !struck.value.has(at)).join("\n")));

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields; these are paragraphs made to be pressed */}
      <div
        class="mend-page mend-strike"
        role="group"
        aria-label={t.mend.hints.strike}
        onClick={(event) => {
          const at = blockOf(buttons.current, event);
          if (at >= 0) toggle(at);
        }}
        onKeyDown={(event) => answerKey(buttons.current, event, toggle)}
      >
        <p class="mend-hint">{t.mend.hints.strike}</p>
        {!hasOriginal && <p class="mend-hint mend-warning">{t.mend.noReturn}</p>}
        <ArticleBody
          html={html}
          lang={article.lang}
          onClean={(fragment) => {
            blocks.current = blocksIn(fragment);
            words.current = blocks.current.map(plainText);
          }}
          onFilled={(body) => {
            buttons.current = dressBlocks(body, blocks.current);
          }}
        />
      </div>
      <MendFoot
        words={
          struck.value.size > 0 &&
          `${t.mend.struck(struck.value.size)} ${t.mend.change(formatLength(article.length), lengthLeft())}`
        }
        deed={t.mend.apply}
        disabled={struck.value.size === 0}
        onDeed={async () =>
          onDone(await replaceBody(article.id, await strike(article, html, struck.value)), t.mend.struckDone)
        }
      />
    </>
  );
}

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { blocksIn } from "#capture/body-blocks.ts";
import { pageToPick, pick } from "#capture/recapture.ts";
import { plainText } from "#domain/extract/blocks.ts";
import { countReading } from "#domain/text/count.ts";
import { formatLength } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { ArticleBody } from "#ui/reader/article-body.tsx";
import { answerKey, blockOf, dressBlocks, focusBlock } from "./mend-blocks.ts";
import { whyNot } from "./mend-deeds.ts";
import { MendFoot } from "./mend-foot.tsx";
import { MendPreview } from "./mend-preview.tsx";
import type { MendStep } from "./mend-screen.tsx";

/** The kept page with its parts where they were: a tap chooses a block, and wider and narrower find the one that is the article. */
export function MendPick(step: MendStep) {
  const { article, previewing } = step;
  const html = useSignal<string | undefined>(undefined);
  const problem = useSignal("");
  const blocks = useRef<Element[]>([]);
  const buttons = useRef<HTMLElement[]>([]);
  const elements = useRef<Element[]>([]);
  /** The chosen element last, before it the narrower ones it was widened from. */
  const chain = useSignal<readonly Element[]>([]);
  const chosen = chain.value.at(-1);
  useEffect(() => {
    pageToPick(article).then(
      (page) => {
        html.value = page ?? "";
      },
      (error) => {
        problem.value = whyNot(error);
      },
    );
  }, []);

  const show = (next: readonly Element[]) => {
    chain.value.at(-1)?.removeAttribute("data-chosen");
    chain.value = next;
    const now = next.at(-1);
    now?.setAttribute("data-chosen", "");
    for (const [at, button] of buttons.current.entries())
      button.setAttribute("aria-pressed", String(now?.contains(blocks.current[at] ?? null) ?? false));
  };
  const choose = (at: number) => {
    const block = blocks.current[at];
    if (block) show([block]);
    focusBlock(buttons.current, at, { preventScroll: true });
  };
  const wider = chosen && widerThan(chosen, elements.current);

  if (problem.value) return <p class="mend-page mend-problem">{problem.value}</p>;
  if (html.value === undefined) return <div class="mend-page" aria-busy="true" />;
  const page = html.value;
  if (previewing.value && chosen) {
    const place = elements.current.indexOf(chosen);
    return <MendPreview {...step} read={() => pick(article, page, place)} />;
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields; these are parts of a page made to be pressed */}
      <div
        class="mend-page mend-pick"
        role="group"
        aria-label={t.mend.hints.pick}
        onClick={(event) => choose(blockOf(buttons.current, event))}
        onKeyDown={(event) => answerKey(buttons.current, event, choose)}
      >
        <p class="mend-hint">{t.mend.hints.pick}</p>
        <ArticleBody
          html={page}
          lang={article.lang}
          onClean={(fragment) => {
            const places = chain.value.map((element) => elements.current.indexOf(element));
            blocks.current = blocksIn(fragment);
            elements.current = [...fragment.querySelectorAll("*")];
            chain.value = places.flatMap((place) => elements.current[place] ?? []); // back from the preview
          }}
          onFilled={(body) => {
            buttons.current = dressBlocks(body, blocks.current);
            show(chain.value);
          }}
        />
      </div>
      <MendFoot
        words={chosen ? t.mend.chosen(blocksWithin(chosen, blocks.current), sizeOf(chosen)) : t.mend.nothingChosen}
        deed={t.mend.preview}
        disabled={!chosen}
        onDeed={() => {
          previewing.value = true;
        }}
      >
        <button
          type="button"
          class="quiet-button mend-narrower"
          disabled={chain.value.length < 2}
          onClick={() => show(chain.value.slice(0, -1))}
        >
          {t.mend.narrower}
        </button>
        <button
          type="button"
          class="quiet-button mend-wider"
          disabled={!wider}
          onClick={() => wider && show([...chain.value, wider])}
        >
          {t.mend.wider}
        </button>
      </MendFoot>
    </>
  );
}

/** The nearest element around one that holds more than it; boxes of our own (around tables) do not count. */
function widerThan(chosen: Element, elements: readonly Element[]): Element | undefined {
  const inside = contentsOf(chosen);
  for (let at = chosen.parentElement; at && !at.classList.contains("prose"); at = at.parentElement) {
    if (elements.includes(at) && contentsOf(at) !== inside) return at;
  }
  return undefined;
}

function contentsOf(element: Element): string {
  return `${element.querySelectorAll("img, svg").length} ${element.textContent?.replace(/\s+/g, "").length}`;
}

function blocksWithin(chosen: Element, blocks: readonly Element[]): number {
  return blocks.filter((block) => chosen.contains(block)).length;
}

function sizeOf(element: Element): string {
  return formatLength(countReading(plainText(element)));
}

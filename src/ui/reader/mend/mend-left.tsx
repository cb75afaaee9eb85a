import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { giveBack, type LeftOut, leftOut } from "#capture/left-out.ts";
import { t } from "#i18n/messages.ts";
import { whyNot } from "./mend-deeds.ts";
import { MendFoot } from "./mend-foot.tsx";
import { MendPreview } from "./mend-preview.tsx";
import type { MendStep } from "./mend-screen.tsx";
import "./mend-left.css";

/** What the article does not have of its page, and by which rule; a tap marks a block to be put back. */
export function MendLeft(step: MendStep) {
  const { article, content, previewing } = step;
  const blocks = useSignal<readonly LeftOut[] | undefined>(undefined);
  const problem = useSignal("");
  const wanted = useSignal<ReadonlySet<number>>(new Set());
  useEffect(() => {
    leftOut(article, content).then(
      (found) => {
        blocks.value = found ?? [];
      },
      (error) => {
        problem.value = whyNot(error);
      },
    );
  }, []);

  const toggle = (place: number) => {
    const next = new Set(wanted.value);
    if (!next.delete(place)) next.add(place);
    wanted.value = next;
  };
  if (problem.value) return <p class="mend-page mend-problem">{problem.value}</p>;
  if (!blocks.value) return <div class="mend-page" aria-busy="true" />;
  if (previewing.value) return <MendPreview {...step} read={() => giveBack(article, content, wanted.value)} />;
  const found = blocks.value;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <div class="mend-page mend-left" tabIndex={0}>
        <p class="mend-hint">{found.length > 0 ? t.reading.leftHint : t.reading.leftNothing}</p>
        <ul>
          {found.map(({ place, text, by }) => (
            <li key={place}>
              <button type="button" aria-pressed={wanted.value.has(place)} onClick={() => toggle(place)}>
                <span lang={article.lang}>{text}</span>
                <small>{t.reading.leftBy[by]}</small>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <MendFoot
        words={wanted.value.size > 0 ? t.reading.leftChosen(wanted.value.size) : t.mend.nothingChosen}
        deed={t.mend.preview}
        disabled={wanted.value.size === 0}
        onDeed={() => {
          previewing.value = true;
        }}
      />
    </>
  );
}

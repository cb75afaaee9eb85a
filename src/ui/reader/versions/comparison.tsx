import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { compareTexts, type Line, type Part } from "#domain/text/compare.ts";
import { t } from "#i18n/messages.ts";
import "./comparison.css";

/** Sentences that did not change are shown on either side of a change so many, the rest on request. */
const around = 1;

/** Fewer than this are shown at once: a button would take as much room. */
const fewest = 3;

/** After these no space stands between two sentences. */
const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef”’…—]$/u;

type Stretch = { lines: Line[]; folded: boolean };

/** Two texts of an article in one: what came is inserted, what went is struck out. */
export function Comparison({ before, after, lang }: { before: string; after: string; lang: string }) {
  const lines = useSignal<Line[] | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => {
      lines.value = compareTexts(before, after, lang);
    }); // after the sheet has been drawn
    return () => clearTimeout(timer);
  }, [before, after, lang]);
  const found = lines.value;
  if (!found) return <p aria-busy="true">{t.keeping.comparing}</p>;
  const count = (kind: Line["kind"]) => found.filter((line) => line.kind === kind).length;
  const isSame = found.every(({ kind }) => kind === "same");
  return (
    <>
      <p role="status">
        {isSame ? t.keeping.nothing : t.keeping.summary(count("changed"), count("added"), count("removed"))}
      </p>
      {!isSame && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it
        // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields
        <div class="comparison" lang={lang} dir="auto" role="group" aria-label={t.keeping.whatChanged} tabIndex={0}>
          {stretchesOf(found).map((stretch, at) => (
            <Lines key={at} stretch={stretch} />
          ))}
        </div>
      )}
    </>
  );
}

function Lines({ stretch: { lines, folded } }: { stretch: Stretch }) {
  const open = useSignal(!folded);
  if (!open.value) {
    return (
      <button type="button" class="comparison-gap" onClick={() => (open.value = true)}>
        {t.keeping.unchanged(lines.length)}
      </button>
    );
  }
  return lines.map(({ parts, opens }, at) => {
    const last = parts.at(-1)?.text ?? "";
    return (
      <span key={at} class={opens ? "comparison-line comparison-opens" : "comparison-line"}>
        {parts.map(words)}
        {wide.test(last) ? "" : " "}
      </span>
    );
  });
}

/** Not every screen reader says that words are inserted or struck out, so they say it themselves. */
function words({ kind, text }: Part, at: number): ComponentChildren {
  if (kind === "same") return text;
  const said = <span class="unseen">{kind === "added" ? t.keeping.added : t.keeping.removed}</span>;
  const children = [said, text];
  return kind === "added" ? <ins key={at}>{children}</ins> : <del key={at}>{children}</del>;
}

/** Runs of unchanged sentences folded away, all but those next to a change. */
function stretchesOf(lines: readonly Line[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < lines.length; ) {
    const isSame = (lines[from] as Line).kind === "same";
    let to = from;
    while (to < lines.length && (lines[to]?.kind === "same") === isSame) to++;
    const first = isSame && from > 0 ? Math.min(from + around, to) : from;
    const last = isSame && to < lines.length ? Math.max(to - around, first) : to;
    if (isSame && last - first >= fewest) {
      stretches.push({ lines: lines.slice(from, first), folded: false });
      stretches.push({ lines: lines.slice(first, last), folded: true });
      stretches.push({ lines: lines.slice(last, to), folded: false });
    } else stretches.push({ lines: lines.slice(from, to), folded: false });
    from = to;
  }
  return stretches.filter((stretch) => stretch.lines.length > 0);
}

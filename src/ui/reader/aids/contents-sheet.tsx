import { useEffect, useRef } from "preact/hooks";
import { t } from "#i18n/messages.ts";
import { Sheet } from "#ui/components/sheet.tsx";
import { type Heading, sectionAt } from "#ui/reader/place/headings.ts";
import "./contents-sheet.css";

type ContentsSheetProps = {
  headings: readonly Heading[];
  /** The character one is at now. */
  offset: number;
  lang: string;
  onChoose: (heading: Heading) => void;
  onClose: () => void;
};

/** The headings of an article, with the section one is in. */
export function ContentsSheet({ headings, offset, lang, onChoose, onClose }: ContentsSheetProps) {
  const present = sectionAt(headings, offset);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const button =
      list.current?.querySelector<HTMLElement>('[aria-current="location"]') ?? list.current?.querySelector("button");
    button?.scrollIntoView({ block: "center" });
    button?.focus({ preventScroll: true });
  }, []);
  return (
    <Sheet label={t.aids.contents} onClose={onClose}>
      <nav class="contents-sheet" aria-label={t.aids.contents}>
        <h2>{t.aids.contents}</h2>
        <ol ref={list} lang={lang}>
          {headings.map((heading) => (
            <li key={heading.offset} data-depth={Math.min(heading.depth, deepest)}>
              <button
                type="button"
                aria-current={heading === present ? "location" : undefined}
                onClick={() => onChoose(heading)}
              >
                {heading.words}
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </Sheet>
  );
}

/** Deeper headings stand no farther in; a phone has no room for it. */
const deepest = 3;

import { type Colour, colours } from "#domain/highlight.ts";
import { t } from "#i18n/messages.ts";
import "./swatches.css";

type SwatchesProps = {
  /** Which one is on now, if any. */
  chosen?: Colour | undefined;
  onChoose: (colour: Colour) => void;
};

/** The four ways to mark a passage, each with its look and its name; in their order they answer to the keys 1 to 4. */
export function Swatches({ chosen, onChoose }: SwatchesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would make them fields of a form, and each acts at once
    <div class="swatches" role="group" aria-label={t.marks.colours}>
      {colours.map((colour, index) => (
        <button
          key={colour}
          type="button"
          class={`swatch-${colour}`}
          aria-pressed={chosen === undefined ? undefined : chosen === colour}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => onChoose(colour)}
        >
          <i aria-hidden="true">{t.marks.sample}</i>
          <span>{t.marks.names[colour]}</span>
        </button>
      ))}
    </div>
  );
}

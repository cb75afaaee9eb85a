import { t } from "#i18n/messages.ts";
import { later } from "#ui/components/later.tsx";
import { Segments } from "#ui/components/segments.tsx";
import { Sheet } from "#ui/components/sheet.tsx";
import {
  clampSize,
  face,
  faces,
  leading,
  leadings,
  margin,
  margins,
  papers,
  readingPaper,
  resetReading,
  size,
  sizeRange,
} from "#ui/preferences.ts";
import "./type-sheet.css";

const AidChoices = later(async () => (await import("./aid-choices.tsx")).AidChoices);

/** 字号 and all about the look of the reading page; every choice shows behind it at once. */
export function TypeSheet({ lang, onClose }: { lang: string; onClose: () => void }) {
  return (
    <Sheet label={t.type.label} backdrop="clear" onClose={onClose}>
      <div class="type-sheet">
        <SizeRow />
        <Segments
          label={t.type.face}
          options={faces}
          words={t.type.faces}
          chosen={face.value}
          onChoose={(choice) => (face.value = choice)}
          classOf={(option) => `face-${option}`}
        />
        <Segments
          label={t.type.leading}
          options={leadings}
          words={t.type.leadings}
          chosen={leading.value}
          onChoose={(choice) => (leading.value = choice)}
        />
        <Segments
          label={t.type.margin}
          options={margins}
          words={t.type.margins}
          chosen={margin.value}
          onChoose={(choice) => (margin.value = choice)}
        />
        <Segments
          label={t.type.paper}
          options={["follow", ...papers]}
          words={t.type.papers}
          chosen={readingPaper.value}
          onChoose={(choice) => (readingPaper.value = choice)}
          classOf={(option) => `swatch swatch-${option}`}
        />
        <AidChoices lang={lang} />
        <button type="button" class="quiet-button type-reset" onClick={resetReading}>
          {t.type.reset}
        </button>
      </div>
    </Sheet>
  );
}

/** The size of type by slider, by step and as a number. */
function SizeRow() {
  const step = (change: number) => {
    size.value = clampSize(size.value + change);
  };
  return (
    <div class="size-row">
      <label for="reading-size">{t.type.size}</label>
      <button type="button" class="size-smaller" aria-label={t.type.smaller} onClick={() => step(-1)}>
        {t.type.small}
      </button>
      <input
        id="reading-size"
        type="range"
        min={sizeRange.min}
        max={sizeRange.max}
        value={size.value}
        aria-valuetext={t.type.px(size.value)}
        style={{ "--filled": `${((size.value - sizeRange.min) / (sizeRange.max - sizeRange.min)) * 100}%` }}
        onInput={(event) => (size.value = clampSize(event.currentTarget.valueAsNumber))}
      />
      <button type="button" class="size-larger" aria-label={t.type.larger} onClick={() => step(1)}>
        {t.type.large}
      </button>
      <output for="reading-size">{size.value}</output>
    </div>
  );
}

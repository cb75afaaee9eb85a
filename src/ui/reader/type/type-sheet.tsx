import { t } from "#i18n/messages.ts";
import { Segments } from "#ui/components/segments.tsx";
import { Sheet } from "#ui/components/sheet.tsx";
import { papers } from "#ui/preferences.ts";
import { hasFace } from "./device-faces.ts";
import { ownFontName } from "./own-font.ts";
import {
  clampSize,
  face,
  faces,
  isLargeType,
  leading,
  leadings,
  margin,
  margins,
  readingPaper,
  resetReading,
  size,
  sizeRange,
  toggleLargeType,
  way,
  ways,
} from "./reading-preferences.ts";
import { TypeMore } from "./type-more.tsx";
import "./type-sheet.css";

/** 字号 and all about the look of the reading page; every choice shows behind it at once. */
export function TypeSheet({ lang, onClose }: { lang: string; onClose: () => void }) {
  return (
    <Sheet label={t.type.label} backdrop="clear" onClose={onClose}>
      <div class="type-sheet">
        <SizeRow />
        <Segments
          label={t.type.face}
          options={faces.filter((option) => option !== "own" || ownFontName.value !== "")}
          words={t.type.faces}
          chosen={face.value}
          onChoose={(choice) => (face.value = choice)}
          classOf={(option) => `face-${option}`}
        />
        {!hasFace(face.value) && <p class="type-hint">{t.type.absent}</p>}
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
        <Segments
          label={t.type.way}
          options={ways}
          words={t.type.ways}
          chosen={way.value}
          onChoose={(choice) => (way.value = choice)}
        />
        <TypeMore lang={lang} />
        <div class="type-foot">
          <button type="button" class="quiet-button" aria-pressed={isLargeType.value} onClick={toggleLargeType}>
            {t.type.largeType}
          </button>
          <button type="button" class="quiet-button type-reset" onClick={resetReading}>
            {t.type.reset}
          </button>
        </div>
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

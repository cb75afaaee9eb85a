import { t } from "#i18n/messages.ts";
import { Segments } from "#ui/components/segments.tsx";
import { AidChoices } from "#ui/reader/aids/aid-choices.tsx";
import { OwnFontRow } from "./own-font-row.tsx";
import {
  alignment,
  alignments,
  latin,
  latins,
  paragraph,
  paragraphs,
  spacing,
  spacings,
  weight,
  weights,
} from "./reading-preferences.ts";

/** The choices one makes once: how paragraphs and lines are set, and with which letters. */
export function TypeMore({ lang }: { lang: string }) {
  return (
    <details class="type-more">
      <summary>{t.type.more}</summary>
      <AidChoices lang={lang} />
      <Segments
        label={t.type.paragraph}
        options={paragraphs}
        words={t.type.paragraphs}
        chosen={paragraph.value}
        onChoose={(choice) => (paragraph.value = choice)}
      />
      <Segments
        label={t.type.alignment}
        options={alignments}
        words={t.type.alignments}
        chosen={alignment.value}
        onChoose={(choice) => (alignment.value = choice)}
      />
      <Segments
        label={t.type.weight}
        options={weights}
        words={t.type.weights}
        chosen={weight.value}
        onChoose={(choice) => (weight.value = choice)}
      />
      <Segments
        label={t.type.spacing}
        options={spacings}
        words={t.type.spacings}
        chosen={spacing.value}
        onChoose={(choice) => (spacing.value = choice)}
      />
      <Segments
        label={t.type.latin}
        options={latins}
        words={t.type.latins}
        chosen={latin.value}
        onChoose={(choice) => (latin.value = choice)}
        classOf={(option) => `latin-${option}`}
      />
      <OwnFontRow />
    </details>
  );
}

import { t } from "#i18n/messages.ts";
import { Segments } from "#ui/components/segments.tsx";
import { isTraditional } from "#ui/reader/place/convert-script.ts";
import {
  awake,
  ruler,
  showSimplified,
  showTraditional,
  simplifiedAs,
  switches,
  traditionalAs,
} from "./aid-preferences.ts";
import { canKeepAwake } from "./keep-awake.ts";

/** The choices about how an article is helped along: its writing where it is Chinese, the ruler, the screen. */
export function AidChoices({ lang }: { lang: string }) {
  return (
    <>
      <ScriptChoice lang={lang} />
      <Segments
        label={t.aids.ruler}
        options={switches}
        words={t.aids.switches}
        chosen={ruler.value}
        onChoose={(choice) => (ruler.value = choice)}
      />
      {canKeepAwake && (
        <Segments
          label={t.aids.awake}
          options={switches}
          words={t.aids.switches}
          chosen={awake.value}
          onChoose={(choice) => (awake.value = choice)}
        />
      )}
    </>
  );
}

/** Simplified or traditional: one choice for texts of either writing, each remembered by itself. */
function ScriptChoice({ lang }: { lang: string }) {
  if (!/^zh\b/i.test(lang)) return null;
  if (isTraditional(lang)) {
    return (
      <Segments
        label={t.aids.script}
        options={traditionalAs}
        words={t.aids.traditionalAs}
        chosen={showTraditional.value}
        onChoose={(choice) => (showTraditional.value = choice)}
      />
    );
  }
  return (
    <Segments
      label={t.aids.script}
      options={simplifiedAs}
      words={t.aids.simplifiedAs}
      chosen={showSimplified.value}
      onChoose={(choice) => (showSimplified.value = choice)}
    />
  );
}

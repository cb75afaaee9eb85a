import { t } from "#i18n/messages.ts";
import { voiceSpeed } from "#ui/reader/aids/aid-preferences.ts";
import { chooseVoice } from "./voices.ts";

type PlayerChoicesProps = {
  lang: string;
  voices: readonly SpeechSynthesisVoice[];
  /** Minutes after which it stops; 0 never. */
  minutes: number;
  onMinutes: (minutes: number) => void;
  /** Told when what is being said should be said otherwise. */
  onChange: () => void;
};

const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5];

/** For those who fall asleep over it, in minutes. */
const timers = [0, 10, 20, 30, 60];

/** Speed, voice and when to stop. */
export function PlayerChoices({ lang, voices, minutes, onMinutes, onChange }: PlayerChoicesProps) {
  return (
    <div class="player-choices">
      <select
        aria-label={t.aids.voice.speed}
        value={String(voiceSpeed.value)}
        onChange={(event) => {
          voiceSpeed.value = Number(event.currentTarget.value);
          onChange();
        }}
      >
        {speeds.map((speed) => (
          <option key={speed} value={speed}>
            {t.aids.voice.times(speed)}
          </option>
        ))}
      </select>
      {voices.length > 1 && (
        <select
          aria-label={t.aids.voice.voice}
          value={voices[0]?.name}
          onChange={(event) => {
            chooseVoice(lang, event.currentTarget.value);
            onChange();
          }}
        >
          {voices.map(({ name, voiceURI }) => (
            <option key={voiceURI} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
      <select
        aria-label={t.aids.voice.timer}
        value={String(minutes)}
        onChange={(event) => onMinutes(Number(event.currentTarget.value))}
      >
        {timers.map((timer) => (
          <option key={timer} value={timer}>
            {timer === 0 ? t.aids.voice.toEnd : t.aids.voice.after(timer)}
          </option>
        ))}
      </select>
    </div>
  );
}

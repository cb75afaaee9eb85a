import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { formatLanguage } from "#i18n/format.ts";
import { t } from "#i18n/messages.ts";
import { type OpenBody, voiceStart } from "#ui/reader/aids/aid.ts";
import { AidIcon } from "#ui/reader/aids/aid-icon.tsx";
import { voiceSpeed } from "#ui/reader/aids/aid-preferences.ts";
import { canKeepAwake, keepAwake } from "#ui/reader/aids/keep-awake.ts";
import { rangeOf } from "#ui/reader/place/reading-place.ts";
import { PlayerChoices } from "./player-choices.tsx";
import { createSpeaker, type Speaking, sentenceAt } from "./speaking.ts";
import { spokenSentences } from "./spoken-text.ts";
import { deviceVoices, voicesFor } from "./voices.ts";
import "./player.css";

/** The name under which the sentence that is said is painted. */
const painted = "read-aloud";

/** What stays free between the last line and the keys, in CSS pixels. */
const gap = 8;
/** Where Escape has a meaning of its own. */
const elsewhere = "input, textarea, select, [contenteditable], .app-list, .app-navigation";

/** Reads an open article aloud, with its keys docked at the foot of the page; put away it falls silent. */
export function Player({ open, lang, onClose }: { open: OpenBody; lang: string; onClose: () => void }) {
  const voices = useSignal<readonly SpeechSynthesisVoice[] | undefined>(undefined);
  const speaking = useSignal<Speaking>({ index: 0, isPlaying: false });
  const stopAt = useSignal(0); // minutes to go on for; 0 goes on to the end
  const sentences = useRef(spokenSentences(open.runs, lang)).current;
  const speaker = useRef<ReturnType<typeof createSpeaker>>(undefined);
  const keys = useRef<HTMLElement>(null);

  useLayoutEffect(() => makeRoom(keys.current), []);
  useEffect(() => {
    let isGone = false;
    const made = createSpeaker({
      sentences,
      voice: speechSynthesis,
      dress(utterance, sentence) {
        utterance.rate = voiceSpeed.peek();
        const [voice] = voicesFor(voices.peek() ?? [], sentence.lang);
        if (voice) {
          utterance.voice = voice;
          utterance.lang = voice.lang.replaceAll("_", "-");
        }
      },
      onChange: (next) => (speaking.value = next),
    });
    speaker.current = made;
    made.goTo(sentenceAt(sentences, voiceStart.peek()?.offset ?? 0));
    deviceVoices().then((found) => {
      if (isGone) return;
      voices.value = found;
      if (voicesFor(found, lang).length > 0) made.play();
    }, reportError);
    return () => {
      isGone = true;
      made.pause();
      CSS.highlights?.delete(painted);
    };
  }, []);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(elsewhere)) return;
      if (document.querySelector("dialog[open], :popover-open") || !(getSelection()?.isCollapsed ?? true)) return;
      event.preventDefault(); // the keys are put away, the article stays
      onClose();
    };
    document.addEventListener("keydown", press, true);
    return () => document.removeEventListener("keydown", press, true);
  }, []);

  const asked = voiceStart.value;
  const first = useRef(asked);
  useEffect(() => {
    if (!asked || asked === first.current) return;
    speaker.current?.goTo(sentenceAt(sentences, asked.offset));
    speaker.current?.play();
  }, [asked]);

  const { index, isPlaying, ended } = speaking.value;
  useEffect(() => {
    const sentence = sentences[index];
    if (!sentence) return;
    const words = rangeOf(open.runs, sentence.start, sentence.end);
    CSS.highlights?.set(painted, new Highlight(words));
    if (isPlaying) open.reveal(sentence.start);
  }, [index, isPlaying]);
  useEffect(() => (isPlaying && canKeepAwake ? keepAwake() : undefined), [isPlaying]);
  useEffect(() => {
    if (!isPlaying || stopAt.value === 0) return;
    const timer = setTimeout(() => {
      stopAt.value = 0;
      speaker.current?.pause();
    }, stopAt.value * 60_000);
    return () => clearTimeout(timer);
  }, [isPlaying, stopAt.value]);

  const fitting = voicesFor(voices.value ?? [], lang);
  const isMute = voices.value !== undefined && fitting.length === 0;
  return (
    <section class="player" ref={keys} aria-label={t.aids.voice.title}>
      {isMute || ended === "refused" ? (
        <p role="status">{t.aids.voice.none(formatLanguage(lang.startsWith("zh") ? "zh" : lang))}</p>
      ) : (
        <div class="player-keys">
          <button
            type="button"
            class="icon-button"
            aria-label={t.aids.voice.previous}
            onClick={() => speaker.current?.step(-1)}
          >
            <AidIcon name="previous" filled />
          </button>
          <button
            type="button"
            class="icon-button player-main"
            aria-label={isPlaying ? t.aids.voice.pause : t.aids.voice.play}
            onClick={() => (isPlaying ? speaker.current?.pause() : speaker.current?.play())}
          >
            <AidIcon name={isPlaying ? "pause" : "play"} filled={!isPlaying} />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={t.aids.voice.next}
            onClick={() => speaker.current?.step(1)}
          >
            <AidIcon name="next" filled />
          </button>
        </div>
      )}
      {!isMute && (
        <PlayerChoices
          lang={lang}
          voices={fitting}
          minutes={stopAt.value}
          onMinutes={(minutes) => (stopAt.value = minutes)}
          onChange={() => isPlaying && speaker.current?.again()}
        />
      )}
      <button type="button" class="icon-button player-close" aria-label={t.aids.voice.stop} onClick={onClose}>
        <AidIcon name="close" />
      </button>
    </section>
  );
}

/** Has the page end above the keys, however many rows they take. */
function makeRoom(keys: HTMLElement | null): () => void {
  const screen = keys?.closest<HTMLElement>(".reader-screen");
  if (!keys || !screen) return () => {};
  let frame = 0;
  const make = () => screen.style.setProperty("--player-room", `${keys.offsetHeight + gap}px`);
  const observer = new ResizeObserver(() => {
    frame = requestAnimationFrame(make); // not at once: the page it makes room on is watched for its size, too
  });
  make();
  observer.observe(keys);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    screen.style.removeProperty("--player-room");
  };
}

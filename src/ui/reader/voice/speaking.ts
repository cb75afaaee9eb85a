import type { Spoken } from "./spoken-text.ts";

/** What the speaker tells: which sentence is said now, whether it speaks, and when it has come to the end or failed. */
export type Speaking = { index: number; isPlaying: boolean; ended?: "finished" | "refused" };

/** The part of the browser's `speechSynthesis` that is used. */
type Voice = Pick<SpeechSynthesis, "speak" | "cancel">;

type SpeakerOptions = {
  sentences: readonly Spoken[];
  voice: Voice;
  /** Gives an utterance its voice and speed when it is about to be said. */
  dress: (utterance: SpeechSynthesisUtterance, sentence: Spoken) => void;
  onChange: (speaking: Speaking) => void;
};

/** The slowest a voice may be before it is taken for stuck: characters a second, and seconds besides. */
const stuck = { han: 2, other: 6, besides: 10 };

/**
 * Says sentences one after another, an utterance each: Chrome cuts longer ones off, and pausing one means losing it on
 * Android. It trusts start and end alone, and a clock where even those do not come.
 */
export function createSpeaker({ sentences, voice, dress, onChange }: SpeakerOptions) {
  let index = 0;
  let isPlaying = false;
  let watchdog = 0;
  let present: SpeechSynthesisUtterance | undefined; // kept, or the browser may forget it in the middle of a word

  const tell = (ended?: Speaking["ended"]) => onChange({ index, isPlaying, ...(ended && { ended }) });

  function say() {
    const sentence = sentences[index];
    if (!sentence) {
      isPlaying = false;
      index = Math.max(sentences.length - 1, 0);
      tell("finished");
      return;
    }
    const utterance = new SpeechSynthesisUtterance(forEngine(sentence.words));
    utterance.lang = sentence.lang;
    dress(utterance, sentence);
    const isPresent = () => isPlaying && present === utterance;
    utterance.onend = () => isPresent() && onward();
    utterance.onerror = ({ error }) => {
      if (!isPresent() || error === "interrupted" || error === "canceled") return;
      if (error === "not-allowed" || error === "language-unavailable" || error === "voice-unavailable") stop("refused");
      else onward(); // one sentence lost is better than all the rest
    };
    present = utterance;
    clearTimeout(watchdog);
    watchdog = window.setTimeout(() => isPresent() && retryOrOnward(), patienceFor(sentence, utterance.rate));
    voice.speak(utterance);
    tell();
  }

  function onward() {
    index++;
    say();
  }

  /** A voice that says nothing for so long has lost the sentence. */
  function retryOrOnward() {
    voice.cancel();
    onward();
  }

  function hush() {
    clearTimeout(watchdog);
    present = undefined;
    voice.cancel();
  }

  function stop(ended?: Speaking["ended"]) {
    isPlaying = false;
    hush();
    tell(ended);
  }

  function goTo(wanted: number) {
    index = Math.min(Math.max(wanted, 0), Math.max(sentences.length - 1, 0));
    if (!isPlaying) {
      tell();
      return;
    }
    hush();
    say();
  }

  return {
    play() {
      if (isPlaying) return;
      isPlaying = true;
      hush();
      say();
    },
    /** Stops, and remembers the sentence: it is said again from its beginning. */
    pause: () => stop(),
    step: (by: number) => goTo(index + by),
    goTo,
    /** Says the present sentence again, with another voice or speed. */
    again: () => goTo(index),
  };
}

/** Where reading begins: the sentence that holds a character, or the first after it. */
export function sentenceAt(sentences: readonly Spoken[], offset: number): number {
  const found = sentences.findIndex(({ end }) => end > offset);
  return found < 0 ? Math.max(sentences.length - 1, 0) : found;
}

function patienceFor({ words }: Spoken, rate: number): number {
  const perSecond = /\p{Script=Han}/u.test(words) ? stuck.han : stuck.other;
  return (words.length / perSecond / Math.max(rate, 0.1) + stuck.besides) * 1000;
}

/** Edge reads its online voices from XML that it does not escape itself. */
function forEngine(words: string): string {
  return words.replace(/[&<>]/g, " ");
}

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSpeaker, type Speaking, sentenceAt } from "#ui/reader/voice/speaking.ts";
import type { Spoken } from "#ui/reader/voice/spoken-text.ts";

const sentences: Spoken[] = ["天亮了。", "船来了。", "人走了。"].map((words, index) => ({
  start: index * 4,
  end: index * 4 + 4,
  words,
  lang: "zh-Hans",
}));

/** A voice that says nothing by itself: the test ends each utterance. */
class FakeVoice {
  said: SpeechSynthesisUtterance[] = [];
  cancelled = 0;
  speak = (utterance: SpeechSynthesisUtterance) => void this.said.push(utterance);
  cancel = () => void this.cancelled++;
  end = () => this.said.at(-1)?.onend?.(new Event("end") as SpeechSynthesisEvent);
  fail = (error: string) =>
    this.said.at(-1)?.onerror?.(Object.assign(new Event("error"), { error }) as unknown as SpeechSynthesisErrorEvent);
  get words() {
    return this.said.map(({ text }) => text);
  }
}

let voice: FakeVoice;
let speaking: Speaking;
const start = (rate = 1) => {
  voice = new FakeVoice();
  return createSpeaker({
    sentences,
    voice,
    dress: (utterance) => {
      utterance.rate = rate;
    },
    onChange: (next) => {
      speaking = next;
    },
  });
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("sentences follow one another without any word boundary being told, and it says when all is read", () => {
  start().play();
  expect(speaking).toEqual({ index: 0, isPlaying: true });
  voice.end();
  voice.end();
  expect(speaking.index).toBe(2);
  voice.end();
  expect(voice.words).toEqual(["天亮了。", "船来了。", "人走了。"]);
  expect(speaking).toEqual({ index: 2, isPlaying: false, ended: "finished" });
});

test("paused, it says the same sentence again; what the engine tells of the old one changes nothing", () => {
  const speaker = start();
  speaker.play();
  voice.end();
  const old = voice.said.at(-1);
  speaker.pause();
  expect(speaking).toEqual({ index: 1, isPlaying: false });
  old?.onend?.(new Event("end") as SpeechSynthesisEvent);
  expect(speaking.index).toBe(1);
  speaker.play();
  expect(voice.words).toEqual(["天亮了。", "船来了。", "船来了。"]);
});

test("one goes a sentence back and forth, playing or not, and never past either end", () => {
  const speaker = start();
  speaker.step(-1);
  expect(speaking.index).toBe(0);
  speaker.step(1);
  expect(voice.said).toEqual([]);
  speaker.play();
  speaker.step(1);
  speaker.step(1);
  expect(voice.words).toEqual(["船来了。", "人走了。", "人走了。"]);
});

test("a voice that falls silent without a word is not waited for for ever", () => {
  start().play();
  vi.advanceTimersByTime(60_000);
  expect(speaking.index).toBeGreaterThan(0);
  expect(voice.cancelled).toBeGreaterThan(1);
});

test("a slow voice is given its time", () => {
  start(0.5).play();
  vi.advanceTimersByTime(10_000);
  expect(speaking.index).toBe(0);
});

test("one sentence that fails is passed over; being refused is the end, and told", () => {
  start().play();
  voice.fail("synthesis-failed");
  expect(speaking).toEqual({ index: 1, isPlaying: true });
  voice.fail("interrupted");
  expect(speaking).toEqual({ index: 1, isPlaying: true });
  voice.fail("not-allowed");
  expect(speaking).toEqual({ index: 1, isPlaying: false, ended: "refused" });
});

test("it begins with the sentence that holds a character", () => {
  expect([0, 3, 4, 11, 99].map((offset) => sentenceAt(sentences, offset))).toEqual([0, 0, 1, 2, 2]);
});

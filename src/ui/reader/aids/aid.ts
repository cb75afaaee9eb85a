// What an open article's bar, foot and end may ask for; `aids.tsx`, which comes later, answers.
import { signal } from "@preact/signals";
import type { Run } from "#ui/reader/place/reading-place.ts";

/** The aids that open over the page. */
export type Aid = "contents" | "print" | "share" | "keys";

/** A filled body and what is known of it. */
export type OpenBody = {
  body: HTMLElement;
  runs: readonly Run[];
  /** Goes to a character, whatever way one goes through the article. */
  goTo: (offset: number) => void;
  /** Brings a character into sight when it is out of it. */
  reveal: (offset: number) => void;
};

/** The aid that is open now. */
export const openAid = signal<Aid | undefined>(undefined);

/** How many headings the open article has; below `fewestHeadings` it needs no list of them. */
export const headingCount = signal(0);

/** With so many headings one may lose the way. */
export const fewestHeadings = 3;

/** Minutes left in the open article for this reader, by its words; undefined until they are counted. */
export const minutesAhead = signal<number | undefined>(undefined);

/** From which character the voice is to begin; undefined while none was asked for. */
export const voiceStart = signal<{ offset: number } | undefined>(undefined);

/** Whether this browser could read aloud at all. */
export function canSpeak(): boolean {
  return "speechSynthesis" in globalThis && "SpeechSynthesisUtterance" in globalThis;
}

/** Reads the open article aloud from a character of its text on; to be called while the reader's tap is being answered. */
export function readFrom(offset: number): void {
  if (!canSpeak()) return;
  // iOS lets a page speak only when its first word came with a tap, and the player has yet to be fetched.
  speechSynthesis.speak(new SpeechSynthesisUtterance(""));
  voiceStart.value = { offset };
}

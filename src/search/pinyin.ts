// Chinese by its sound: zgbz and zhongguo find 中国 in titles, authors and tags. Comes only when Latin letters find little.
import { isIdeograph } from "#domain/text/tokenize.ts";
import type { Snapshot } from "./index/open-index.ts";
import { detailsOf } from "./index/reader.ts";
import { hasBit, lineOf } from "./index/segment.ts";

/** A stretch of a line that sounds like what was typed; how many letters were whole syllables' worth. */
type Sound = { from: number; to: number };

/** Titles, authors and tags that sound like it, at most this many. */
const mostFound = 100;

type Speak = (character: string) => readonly string[];

let speaking: Promise<Speak> | undefined;

/** The ids of documents of which a title, author or tag sounds like some letters; titles that begin so first. */
export async function soundingLike(letters: string, { readers, store }: Snapshot): Promise<string[]> {
  speaking ??= learnToSpeak();
  const speak = await speaking;
  const found: { id: string; rank: number }[] = [];
  for (const reader of [...readers].reverse()) {
    const details = await detailsOf(reader, store);
    for (let ordinal = reader.row.documents - 1; ordinal >= 0 && found.length < mostFound; ordinal--) {
      if (hasBit(reader.dead, ordinal)) continue;
      const { id, title, people } = lineOf(details, ordinal);
      const inTitle = soundIn(title, letters, speak);
      if (inTitle) found.push({ id, rank: inTitle.from === 0 ? 0 : 1 });
      else if (soundIn(people, letters, speak)) found.push({ id, rank: 2 });
    }
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ id }) => id);
}

/** Where a text first sounds like some letters: whole syllables, their initials, or the beginning of the last. */
function soundIn(text: string, letters: string, speak: Speak): Sound | undefined {
  for (let from = 0; from < text.length; from++) {
    if (!isIdeograph(text.charCodeAt(from))) continue;
    const to = soundsFrom(text, from, letters, 0, speak);
    if (to !== undefined && to - from > 1) return { from, to };
  }
  return undefined;
}

/** The same for a caller that has the syllables already; undefined while nobody has asked for them. */
export async function soundInTitle(title: string, letters: string): Promise<Sound | undefined> {
  return speaking && soundIn(title, letters, await speaking);
}

function soundsFrom(text: string, at: number, letters: string, done: number, speak: Speak): number | undefined {
  if (done === letters.length) return at;
  if (at >= text.length || !isIdeograph(text.charCodeAt(at))) return undefined;
  for (const syllable of speak(text[at] as string)) {
    if (syllable[0] !== letters[done]) continue;
    const left = letters.length - done;
    if (left <= syllable.length && syllable.startsWith(letters.slice(done))) return at + 1;
    const initial = /^[zcs]h/.test(syllable) ? 2 : 1;
    for (const length of new Set([syllable.length, initial, 1])) {
      if (!letters.startsWith(syllable.slice(0, length), done)) continue;
      const end = soundsFrom(text, at + 1, letters, done + length, speak);
      if (end !== undefined) return end;
    }
  }
  return undefined;
}

/** The readings of every character, by character. */
async function learnToSpeak(): Promise<Speak> {
  const { syllables } = await import("#domain/text/syllables.ts");
  const readings = new Map<string, string[]>();
  for (const line of syllables.split(" ")) {
    const [syllable = ""] = /^[a-z]+/.exec(line) ?? [];
    for (const character of line.slice(syllable.length)) {
      const known = readings.get(character);
      if (known) known.push(syllable);
      else readings.set(character, [syllable]);
    }
  }
  return (character) => readings.get(character) ?? [];
}

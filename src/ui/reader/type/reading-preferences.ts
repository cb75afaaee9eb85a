// How one likes to read: each choice is a signal that the device remembers, and everything on the page follows it at once.
import { computed, type Signal } from "@preact/signals";
import { oneOf, type Paper, papers, presentPaper, remembered } from "#ui/preferences.ts";

export const faces = ["song", "hei", "kai", "system", "own"] as const;
export type Face = (typeof faces)[number];

/** The face of Latin letters: that which goes with the Chinese one, or a choice of its own. */
export const latins = ["match", "serif", "sans"] as const;
type Latin = (typeof latins)[number];

export const leadings = ["tight", "normal", "loose"] as const;
type Leading = (typeof leadings)[number];

export const margins = ["narrow", "normal", "wide"] as const;
type Margin = (typeof margins)[number];

/** The ways through an article. */
export const ways = ["scroll", "pages", "vertical"] as const;
export type WayName = (typeof ways)[number];

/** How Chinese paragraphs are told apart: by two characters of indent, or by an empty line. */
export const paragraphs = ["indent", "spaced"] as const;
type Paragraph = (typeof paragraphs)[number];

/** How lines end: all at one edge, or where their last word does. */
export const alignments = ["both", "start"] as const;
type Alignment = (typeof alignments)[number];

export const weights = ["normal", "bold"] as const;
type Weight = (typeof weights)[number];

export const spacings = ["normal", "wide", "wider"] as const;
type Spacing = (typeof spacings)[number];

/** The range of the reading type, in CSS pixels. */
export const sizeRange = { min: 12, max: 40, usual: 18 };

/** The reading type in CSS pixels. */
export const size = remembered("size", sizeRange.usual, (value) => clampSize(Number(value)) === value);
export const face = remembered<Face>("face", "song", oneOf(faces));
export const latin = remembered<Latin>("latin", "match", oneOf(latins));
export const leading = remembered<Leading>("leading", "normal", oneOf(leadings));
export const margin = remembered<Margin>("margin", "normal", oneOf(margins));
/** The reading page's paper; "follow" takes the app's. */
export const readingPaper = remembered<Paper | "follow">("reading-paper", "follow", oneOf([...papers, "follow"]));
export const way = remembered<WayName>("way", "scroll", oneOf(ways));
export const paragraph = remembered<Paragraph>("paragraph", "indent", oneOf(paragraphs));
export const alignment = remembered<Alignment>("alignment", "both", oneOf(alignments));
export const weight = remembered<Weight>("weight", "normal", oneOf(weights));
export const spacing = remembered<Spacing>("spacing", "normal", oneOf(spacings));

/** The paper the reading page is on now. */
export const presentReadingPaper = computed<Paper>(() =>
  readingPaper.value === "follow" ? presentPaper.value : readingPaper.value,
);

/** For weak eyes, in one tap: type half as large again, the clearest strokes, and no room given away at the edges. */
const largeType = [
  set(size, 28),
  set<Face>(face, "hei"),
  set<Leading>(leading, "normal"),
  set<Margin>(margin, "narrow"),
  set<Spacing>(spacing, "wide"),
];

const usualType = [
  set(size, sizeRange.usual),
  set<Face>(face, "song"),
  set<Leading>(leading, "normal"),
  set<Margin>(margin, "normal"),
  set<Spacing>(spacing, "normal"),
];

const usual = [
  ...usualType,
  set<Latin>(latin, "match"),
  set<Paper | "follow">(readingPaper, "follow"),
  set<WayName>(way, "scroll"),
  set<Paragraph>(paragraph, "indent"),
  set<Alignment>(alignment, "both"),
  set<Weight>(weight, "normal"),
];

/** Whether the page is set in large type now. */
export const isLargeType = computed(() => largeType.every(({ isSet }) => isSet()));

let returnToOthers = usualType.map(({ apply }) => apply);

/** Sets the page in large type, or, where it is, as it was before. */
export function toggleLargeType(): void {
  if (isLargeType.peek()) {
    for (const apply of returnToOthers) apply();
  } else {
    returnToOthers = largeType.map(({ keep }) => keep());
    for (const { apply } of largeType) apply();
  }
}

/** A size of type within the range, in whole pixels. */
export function clampSize(wanted: number): number {
  return Math.round(Math.min(Math.max(wanted, sizeRange.min), sizeRange.max));
}

/** Puts everything about the reading page back as it was at first. */
export function resetReading(): void {
  for (const { apply } of usual) apply();
}

/** One choice and the value it may be given: to apply, to compare, and to come back to what is there now. */
function set<T>(choice: Signal<T>, value: T) {
  return {
    apply: () => {
      choice.value = value;
    },
    isSet: () => choice.value === value,
    keep: () => {
      const before = choice.peek();
      return () => {
        choice.value = before;
      };
    },
  };
}

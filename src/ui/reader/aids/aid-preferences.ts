// The aids a reader wants, remembered by the device.
import { paceRange } from "#domain/text/reading-pace.ts";
import { oneOf, remembered } from "#ui/preferences.ts";

/** How texts in simplified writing are shown: as they are, in the writing of Taiwan, with its words too, or of Hong Kong. */
export const simplifiedAs = ["stored", "tw", "twp", "hk"] as const;
export type SimplifiedAs = (typeof simplifiedAs)[number];

/** How texts in traditional writing are shown: as they are, simplified, or with the words of the mainland too. */
export const traditionalAs = ["stored", "cn", "cnp"] as const;
export type TraditionalAs = (typeof traditionalAs)[number];

export const showSimplified = remembered<SimplifiedAs>("show-simplified", "stored", oneOf(simplifiedAs));
export const showTraditional = remembered<TraditionalAs>("show-traditional", "stored", oneOf(traditionalAs));

export const switches = ["off", "on"] as const;
type Switch = (typeof switches)[number];

/** Whether all but a few lines are dimmed. */
export const ruler = remembered<Switch>("ruler", "off", oneOf(switches));
/** Whether the screen stays on while an article is open. */
export const awake = remembered<Switch>("awake", "off", oneOf(switches));

/** How fast this reader is beside the usual one. */
export const pace = remembered<number>("pace", paceRange.usual, isWithin(paceRange));

/** How fast the voice speaks; 1 is its own speed. */
export const voiceSpeed = remembered<number>("voice-speed", 1, isWithin({ min: 0.5, max: 3 }));
/** The voices chosen, one a language: `zh=Tingting|en=Samantha`. */
export const voiceNames = remembered<string>("voices", "", (value) => typeof value === "string");

export const printLooks = ["normal", "large", "columns"] as const;
type PrintLook = (typeof printLooks)[number];

export const printLook = remembered<PrintLook>("print-look", "normal", oneOf(printLooks));
export const printLinks = remembered<Switch>("print-links", "on", oneOf(switches));
export const printMarks = remembered<Switch>("print-marks", "on", oneOf(switches));

function isWithin({ min, max }: { min: number; max: number }): (value: unknown) => boolean {
  return (value) => typeof value === "number" && value >= min && value <= max;
}

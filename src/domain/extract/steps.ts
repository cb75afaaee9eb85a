import { choosePictures } from "./choose-pictures.ts";
import { clearCode, clearMarks } from "./clear-code.ts";
import { drawLines } from "./draw-lines.ts";
import { dropDeadLinks } from "./drop-dead-links.ts";
import { findBody } from "./find-body.ts";
import { takeAnyTitle, takeHeadline, takeNearestHeading, takeTagTitle } from "./find-title.ts";
import { keepFormulas } from "./keep-formulas.ts";
import { keepNotes } from "./keep-notes.ts";
import { keepPlaces } from "./keep-places.ts";
import { layParagraphs } from "./lay-paragraphs.ts";
import { linkFilms } from "./link-films.ts";
import { markHeadings } from "./mark-headings.ts";
import type { Step } from "./parsed-page.ts";
import { dropPixels, resolveAddresses, revealHidden, unwrapForms, wakeImages } from "./prepare.ts";
import { believeTags, readLabels, readSourceAfterTime } from "./read-fields.ts";
import { readTags } from "./read-tags.ts";
import { readWechat } from "./read-wechat.ts";
import { readNamedWriter, readWriters } from "./read-writers.ts";
import { trimChrome } from "./trim-chrome.ts";

/** The rules in the order they are applied; where two fill the same field, the more trustworthy stands first. */
export const steps: readonly Step[] = [
  { name: "reveal-hidden", run: revealHidden },
  { name: "wake-images", run: wakeImages },
  { name: "choose-pictures", run: choosePictures },
  { name: "drop-pixels", run: dropPixels },
  { name: "clear-marks", run: clearMarks },
  { name: "clear-code", run: clearCode },
  { name: "keep-formulas", run: keepFormulas },
  { name: "link-films", run: linkFilms },
  { name: "unwrap-forms", run: unwrapForms },
  { name: "keep-places", run: keepPlaces },
  { name: "read-tags", run: readTags },
  { name: "read-wechat", run: readWechat },
  { name: "draw-lines", run: drawLines },
  { name: "find-body", run: findBody },
  { name: "keep-notes", run: keepNotes },
  { name: "lay-paragraphs", run: layParagraphs },
  { name: "headline", run: takeHeadline },
  { name: "tag-title", run: takeTagTitle },
  { name: "nearest-heading", run: takeNearestHeading },
  { name: "trim-chrome", run: trimChrome },
  // A title made of the article's first words must not take them out of it.
  { name: "any-title", run: takeAnyTitle },
  { name: "read-labels", run: readLabels },
  { name: "source-after-time", run: readSourceAfterTime },
  { name: "named-writer", run: readNamedWriter },
  { name: "believe-tags", run: believeTags },
  { name: "read-writers", run: readWriters },
  { name: "mark-headings", run: markHeadings },
  { name: "resolve-addresses", run: resolveAddresses },
  { name: "drop-dead-links", run: dropDeadLinks },
];

import { signal } from "@preact/signals";
import { dropFont, keepFont, keptFont } from "#library/own-font.ts";
import { remembered } from "#ui/preferences.ts";
import { face } from "./reading-preferences.ts";

/** The name the stylesheets know it by. */
const family = "Liuye Own";

/** The largest font file taken, in bytes: the largest free Chinese faces have 20 to 30 MB, and all of it is held in memory. */
const mostBytes = 40_000_000;

/** Why a font file was not taken. */
export type FontTrouble = "large" | "broken" | "full";

/** The file's name without its ending; empty where the reader has brought none. */
export const ownFontName = remembered<string>("own-font", "", (value) => typeof value === "string");

/** Whether the marks shared by both scripts (“ ” … —) are as wide as a character in it, as in every Chinese face. */
export const isOwnFontChinese = signal(false);

let present: FontFace | undefined;
let loading: Promise<unknown> | undefined;

/** Makes the kept font ready for the page; done once, and never throws: a font that has gone is as good as none. */
export function loadOwnFont(): Promise<unknown> {
  loading ??= keptFont()
    .then(async (bytes) => {
      if (bytes) show(await parsed(bytes));
      else forget();
    })
    .catch(forget);
  return loading;
}

/** Takes a font file: checks that the browser can draw with it, keeps it, shows it. Gives what is wrong, if anything is. */
export async function takeFont(file: File): Promise<FontTrouble | undefined> {
  if (file.size > mostBytes) return "large";
  const bytes = await file.arrayBuffer();
  const font = await parsed(bytes).catch(() => undefined);
  if (!font) return "broken";
  try {
    await keepFont(bytes);
  } catch {
    return "full";
  }
  show(font);
  loading = Promise.resolve();
  ownFontName.value = file.name.replace(/\.\w+$/, "");
  face.value = "own";
  return undefined;
}

/** Removes the reader's font and returns to 宋. */
export async function removeOwnFont(): Promise<void> {
  await dropFont();
  forget();
}

function parsed(bytes: ArrayBuffer): Promise<FontFace> {
  return new FontFace(family, bytes, { display: "block" }).load();
}

function show(font: FontFace): void {
  if (present) document.fonts.delete(present);
  document.fonts.add(font);
  present = font;
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return;
  pen.font = `100px "${family}", monospace`;
  isOwnFontChinese.value = pen.measureText("“").width > 90; // of 100: a Chinese mark fills its square, a Latin one a third
}

function forget(): void {
  if (present) document.fonts.delete(present);
  present = undefined;
  ownFontName.value = "";
  if (face.value === "own") face.value = "song";
}

import type { Face } from "./reading-preferences.ts";

/** Names a device may have a Chinese face under; the stacks themselves are in `tokens.css`. */
const namesOf: Partial<Record<Face, readonly string[]>> = {
  song: ["Songti SC", "STSong", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "SimSun"],
  kai: ["Kaiti SC", "STKaiti", "KaiTi", "LXGW WenKai"],
};

const found = new Map<Face, boolean>();

/** Whether this device has a face of the kind; told by the width of letters, since every Chinese character is as wide as another. */
export function hasFace(face: Face): boolean {
  const names = namesOf[face];
  if (!names) return true;
  let has = found.get(face);
  if (has === undefined) {
    has = names.some(isThere);
    found.set(face, has);
  }
  return has;
}

function isThere(name: string): boolean {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return true;
  // Against two faces that differ: what is as wide as both is neither.
  return ["monospace", "serif"].some((other) => {
    pen.font = `72px "${name}", ${other}`;
    const width = pen.measureText("mmwwiilli").width;
    pen.font = `72px ${other}`;
    return width !== pen.measureText("mmwwiilli").width;
  });
}

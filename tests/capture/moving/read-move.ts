import { readdirSync, readFileSync } from "node:fs";
import { type Move, recogniseMove } from "#capture/moving/recognise.ts";

const folder = "tests/fixtures/moving";

/** The bytes of an export among the fixtures. */
export function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`${folder}/${name}`));
}

/** What is recognised in bytes or text, under a name that says nothing. */
export function moveOf(content: Uint8Array | string): Move | undefined {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return recogniseMove({ name: "download.bin", bytes });
}

/** The move in a fixture; fails where none is recognised. */
export function moveIn(name: string): Move {
  const move = moveOf(bytesOf(name));
  if (!move) throw new Error(`${name} was not recognised`);
  return move;
}

/** What Omnivore wrote for a passage with labels and a note, one of two paragraphs, and a note on the whole. */
const highlights = [
  "> 鸽子不怕人 \n\n#城市 #动物\n\n这是我的批注，\n有两行。",
  "> 第一段\n> \n第二段 ",
  "一条关于全文的笔记\n\n",
].join("\n\n");

/** Omnivore's archive as it comes out of its ZIP, under a folder if one is given. */
export function omnivoreEntries(under = ""): Map<string, Uint8Array> {
  const names = readdirSync(`${folder}/omnivore`, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => /\.\w+$/.test(name)).sort();
  const entries = new Map(files.map((name) => [under + name, bytesOf(`omnivore/${name}`)]));
  return entries.set(`${under}highlights/ge-zi-192daf3a84e.md`, new TextEncoder().encode(highlights));
}

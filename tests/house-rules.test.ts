// What the linter cannot say about the source as a whole.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { messages } from "#i18n/en.ts";
import { migrations } from "#library/migrations.ts";

const read = (file: string) => readFileSync(file, "utf8");
const under = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file}`)
    .sort();
const source = under("src").filter((file) => /\.(?:ts|tsx|css)$/.test(file));
const code = new Map(source.map((file) => [file, withoutComments(read(file))]));
const scripts = source.filter((file) => !file.endsWith(".css"));

/** The files, outside the homes of the thing, whose code holds it. */
const strays = (files: string[], thing: RegExp, homes: RegExp) =>
  files.filter((file) => !homes.test(file) && thing.test(code.get(file) ?? ""));

describe("the source keeps the house rules", () => {
  test("HTML is set in one file", () => {
    const sinks = /\.(?:inner|outer)HTML\s*[+?|&]*=(?!=)|insertAdjacentHTML|document\.write/;
    expect(strays(scripts, sinks, /^src\/ui\/reader\/article-body\.tsx$/)).toEqual([]);
  });

  test("DOMPurify and Readability have one owner each", () => {
    expect(strays(scripts, /["']dompurify["']/, /^src\/domain\/sanitize\.ts$/)).toEqual([]);
    expect(strays(scripts, /["']@mozilla\/readability["']/, /^src\/domain\/extract\//)).toEqual([]);
  });

  test("Chinese stands in the Chinese words and in what reads Chinese pages", () => {
    const homes =
      /^src\/(?:i18n\/(?:zh-cn(?:-\w+)?|zh-hant|messages)\.ts|domain\/(?:extract|text)\/|capture\/guides\/)/;
    expect(strays(source, /\p{Script=Han}/u, homes)).toEqual([]);
  });

  test("every message is used", () => {
    const used = scripts.map((file) => code.get(file)).join("\n");
    const isUsed = (path: string, end: string) =>
      new RegExp(`(?<![\\w.])${path.replace(/\W/g, "\\$&")}${end}`).test(used);
    // By its own name, or with a map of words that is used as a whole.
    const unused = leaves(messages, "t").filter(
      ({ key, map }) => !isUsed(key, "(?!\\w)") && !isUsed(map, "(?![\\w.])"),
    );
    expect(unused.map(({ key }) => key)).toEqual([]);
  });

  test("a component's stylesheet nests under the class of its name, in a layer", () => {
    const sheets = source.filter((file) => /^src\/ui\/(?!styles\/).*\.css$/.test(file));
    expect(sheets.filter((file) => !isNested(code.get(file) ?? "", basename(file, ".css")))).toEqual([]);
  });

  test("type grows with the browser's own: its sizes are tokens, and in pixels only where the reader chose them", () => {
    const sheets = source.filter((file) => /^src\/ui\/(?!styles\/print).*\.css$/.test(file));
    expect(strays(sheets, /\bfont(?:-size)?:(?![^;]*--reader-size)[^;]*\dpx/, /^$/)).toEqual([]);
    const used = sheets.flatMap((file) => code.get(file)?.match(/--size-[\d-]+/g) ?? []);
    expect([...new Set(used)].filter((size) => !code.get("src/ui/styles/tokens.css")?.includes(`${size}:`))).toEqual(
      [],
    );
  });

  test("README's map names the folders there are", () => {
    const folders = new Set(source.map((file) => file.split("/")[1]).filter((name) => !name?.includes(".")));
    const rows = [...read("README.md").matchAll(/^\|\s*`(?:src\/)?([\w-]+)\/?`\s*\|/gm)].map((row) => row[1]);
    expect(rows.sort()).toEqual([...folders].sort());
  });

  test("released migrations are as they were released", () => {
    const released = [
      "47bdd29f1e19b9f7",
      "fa139c916c3de55c",
      "000312c44fe20c2e",
      "aadd0d259b7f40b3",
      "3ff8378b5cd84757",
      "f4fa8650d0847fbd",
      "7fb976177dacb4fc",
    ];
    const prints = migrations.map(({ stores, upgrade }) => fingerprint(JSON.stringify([stores, upgrade?.toString()])));
    expect(prints.slice(0, released.length)).toEqual(released);
    expect(prints.length).toBe(released.length); // a new entry: put its fingerprint here in the commit that releases it
  });

  test("nothing is left for later, and nothing points outside", () => {
    const all = ["src", "tests", "scripts", "public"].flatMap(under).concat(readdirSync("."));
    const written = all.filter((file) => /\.(?:ts|tsx|css|mjs|py|html|md)$/.test(file));
    const left = new RegExp(["TO", "DO\\b|FIX", "ME\\b|\\.\\./sha", "red\\b"].join(""));
    expect(written.filter((file) => left.test(read(file)))).toEqual([]);
  });
});

function withoutComments(text: string): string {
  const stringOrComment = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g;
  return text.replace(stringOrComment, (_, string) => string ?? "");
}

function leaves(words: object, map: string): { key: string; map: string }[] {
  return Object.entries(words).flatMap(([name, word]) => {
    const key = /^\w+$/.test(name) ? `${map}.${name}` : `${map}["${name}"]`;
    return typeof word === "object" && !Array.isArray(word) ? leaves(word, key) : [{ key, map }];
  });
}

/** One layer, and in it nothing but the class (with what it is joined to) and keyframes. */
function isNested(css: string, name: string): boolean {
  let heads = /^\s*@layer\s+[\w.-]+\s*\{([\s\S]*)\}\s*$/.exec(css)?.[1] ?? "";
  for (let before = ""; before !== heads; ) {
    before = heads;
    heads = heads.replace(/\{[^{}]*\}/g, ";");
  }
  return new RegExp(`^(?:\\s*(?:\\.${name}(?![\\w-])[^;]*|@keyframes [\\w-]+)\\s*;)+\\s*$`).test(heads);
}

function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

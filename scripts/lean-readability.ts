import type { Plugin } from "vite";

/** What Readability does before and after it looks for the article; `domain/extract/readable.ts` calls none of it. */
const unused = [
  "_postProcessContent",
  "_cleanClasses",
  "_isUrl",
  "_fixRelativeUris",
  "_simplifyNestedElements",
  "_getArticleTitle",
  "_unescapeHtmlEntities",
  "_getJSONLD",
  "_getArticleMetadata",
  "_isSingleImage",
  "_unwrapNoscriptImages",
  "_cleanStyles",
  "_fixLazyImages",
  "parse",
];
/** Patterns nothing is left to ask. */
const unusedPatterns = [
  "extraneous",
  "replaceFonts",
  "nextLink",
  "prevLink",
  "srcsetUrl",
  "b64DataUrl",
  "jsonLdArticleTypes",
];
/** Its own diary, written where it is told to. */
const logging = /\n {2}if \(this\._debug\) \{\n[\s\S]*?\n {2}\} else \{\n {4}this\.log = function \(\) \{\};\n {2}\}\n/;
const looks = /\n {2}PRESENTATIONAL_ATTRIBUTES: \[[\s\S]*?\],\n\n {2}DEPRECATED_SIZE_ATTRIBUTE_ELEMS: [^\n]*\n/;
/** What `parse` would make of the article, and with which classes. */
const results = /\n {2}this\._keepClasses = [\s\S]*?(?=\n {2}this\._allowedVideoRegex)/;
const escapes = /\n {2}HTML_ESCAPE_MAP: \{[\s\S]*?\n {2}\},\n/;
/** A call of it: one statement, brackets two deep. */
const diary = /^\s*this\.log\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\);$/gm;

/** Leaves out of the build what nobody calls of Readability: methods are not shaken off by themselves. */
export function leanReadability(): Plugin {
  return {
    name: "lean-readability",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("@mozilla/readability/Readability.js")) return null;
      const parts = [
        logging,
        escapes,
        looks,
        results,
        ...unused.map((name) => new RegExp(`\\n  ${name}\\([^\\n]*\\) \\{\\n[\\s\\S]*?\\n  \\},\\n`)),
        ...unusedPatterns.map((name) => new RegExp(`\\n    ${name}:\\s[^\\n]*(?:\\n {6}[^\\n]*)?,\\n`)),
      ];
      let lean = code.replace(diary, "");
      for (const part of parts) {
        if (!part.test(lean)) throw new Error(`Readability is written otherwise now: ${part}`);
        lean = lean.replace(part, "\n");
      }
      return { code: lean, map: null };
    },
  };
}

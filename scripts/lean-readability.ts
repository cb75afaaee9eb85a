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
  "parse",
];
/** Its own diary: a call of one statement, brackets two deep. */
const diary = /^\s*this\.log\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\);$/gm;

/** Leaves out of the build what nobody calls of Readability: methods are not shaken off by themselves. */
export function leanReadability(): Plugin {
  return {
    name: "lean-readability",
    apply: "build",
    enforce: "pre",
    load: (id) => (id.endsWith("@mozilla/readability/Readability-readerable.js") ? "module.exports = {};" : null),
    transform(code, id) {
      if (!id.endsWith("@mozilla/readability/Readability.js")) return null;
      let lean = code.replace(diary, "");
      for (const name of unused) {
        const method = new RegExp(`\\n  ${name}\\([^\\n]*\\) \\{\\n[\\s\\S]*?\\n  \\},\\n`);
        if (!method.test(lean)) throw new Error(`Readability has no ${name} any more`);
        lean = lean.replace(method, "\n");
      }
      return { code: lean, map: null };
    },
  };
}

import type { MarkedExtension, Tokens } from "marked";

const strong = /^\*\*(?![\s*])([^*\n]{0,500}[^\s*])\*\*(?!\*)/;

/**
 * Bold in Chinese text: CommonMark wants a blank beside `**` where punctuation touches it, and Chinese has no blanks.
 * https://github.com/commonmark/commonmark-spec/issues/650
 */
export const hanStrong: MarkedExtension = {
  extensions: [
    {
      name: "hanStrong",
      level: "inline",
      start: (source) => source.indexOf("**"),
      tokenizer(source): Tokens.Generic | undefined {
        const match = strong.exec(source);
        const words = match?.[1] ?? "";
        if (!match || !/^\p{P}|\p{P}$/u.test(words) || !/\p{Script=Han}/u.test(words)) return undefined;
        return { type: "hanStrong", raw: match[0], tokens: this.lexer.inlineTokens(words) };
      },
      renderer(token) {
        return `<strong>${this.parser.parseInline(token.tokens ?? [])}</strong>`;
      },
    },
  ],
};

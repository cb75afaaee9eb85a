import type { Draft } from "#library/articles.ts";

/** An image of a clean body, its quoted attributes taken whole. */
const image = /<img(?:[^>"]|"[^"]*")*>/g;

/**
 * A draft as it can be kept when there is no room for its pictures: every word, and where each picture stood, so that it
 * can be fetched later. Undefined when it has none, and nothing would be saved by it.
 */
export function withoutPictures(draft: Draft): Draft | undefined {
  const { pictures = [], receipt, html: whole } = draft;
  if (pictures.length === 0) return undefined;
  const html = whole.replace(image, (tag) => tag.replace(/ data-picture="[0-9a-f]{64}"/, ' data-missing="no-room"'));
  return {
    ...draft,
    html,
    pictures: [],
    ...(receipt && {
      receipt: {
        ...receipt,
        bytes: html.length,
        pictures: { kept: 0, missing: { ...receipt.pictures.missing, "no-room": pictures.length } },
      },
    }),
  };
}

const marker =
  /^[[(（〔［【]?\s*(?:注|註|note)?\s*(?:\d{1,4}|[一二三四五六七八九十]{1,3}|[a-z]|[ivxlc]{1,6}|[①-⑳❶-❿㊀-㊉]|[*＊†‡§¶#]{1,3})\s*[\])）〕］】]?$/iu;

/** Whether the words of a link are such as refer to a note: a number, a letter or a sign, perhaps in brackets. */
export function isNoteMarker(words: string): boolean {
  return marker.test(words.trim());
}

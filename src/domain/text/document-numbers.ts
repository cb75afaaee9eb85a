/**
 * The 文号 of Chinese official papers that a text names, such as 国质检〔2013〕12号, each once, in the order they first
 * stand: an office's short name, a year in brackets, a number (GB/T 9704-2012, 7.2.5). Any brackets are read, 〔〕 written.
 */
export function documentNumbersIn(text: string): string[] {
  const found = new Set<string>();
  for (const [, office = "", year, number] of text.matchAll(pattern)) {
    found.add(`${office.replace(leadIn, "")}〔${year}〕${number}号`);
  }
  return [...found];
}

const pattern =
  /(\p{Script=Han}{2,16})(?<![路街巷道院楼年月])\s?[〔［【[（(﹝]\s?((?:19|20)\d{2})\s?年?\s?[〕］】\]）)﹞]\s?(?:第\s?)?(\d{1,6})\s?号/gu;

/** Words of the sentence that run into an office's name: 根据国质检, 关于印发…的通知. */
const leadIn = /^.*(?:根据|依据|按照|依照|文号|编号|号为|通知|的|以|和|及|与|见|即|经)(?=\p{Script=Han}{2})/u;

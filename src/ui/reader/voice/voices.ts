import { voiceNames } from "#ui/reader/aids/aid-preferences.ts";

/** Engines fill their list of voices some time after the page has asked for it, in milliseconds. */
const patience = 2000;

/** Names under which engines list Chinese, the likeliest first. */
const chineseTags = ["zh-cn", "cmn-cn", "zh-hans", "zh-sg", "zh-tw", "cmn-tw", "zh-hant", "zh-hk", "yue", "zh", "cmn"];

/** The voices of this device, waited for until there are any; none where it has none. */
export async function deviceVoices(): Promise<readonly SpeechSynthesisVoice[]> {
  const present = speechSynthesis.getVoices();
  if (present.length > 0) return present;
  await new Promise<void>((resolve) => {
    setTimeout(resolve, patience);
    speechSynthesis.addEventListener("voiceschanged", () => resolve(), { once: true });
  });
  return speechSynthesis.getVoices();
}

/** Those voices that speak a language, the fittest first: the reader's choice, those that need no network, the right region. */
export function voicesFor(voices: readonly SpeechSynthesisVoice[], lang: string): SpeechSynthesisVoice[] {
  const chosen = chosenVoice(lang);
  const score = (voice: SpeechSynthesisVoice) =>
    (voice.name === chosen ? 1000 : 0) + (voice.localService ? 100 : 0) - regionRank(voice.lang, lang);
  return voices
    .filter((voice) => speaks(voice.lang, lang))
    .sort((one, other) => score(other) - score(one) || one.name.localeCompare(other.name));
}

/** Remembers which voice is to read a language. */
export function chooseVoice(lang: string, name: string): void {
  const others = voiceNames
    .peek()
    .split("|")
    .filter((entry) => entry !== "" && !entry.startsWith(`${primary(lang)}=`));
  voiceNames.value = [...others, `${primary(lang)}=${name}`].join("|");
}

function chosenVoice(lang: string): string | undefined {
  const entry = voiceNames.value.split("|").find((each) => each.startsWith(`${primary(lang)}=`));
  return entry?.slice(entry.indexOf("=") + 1);
}

function speaks(voiceLang: string, lang: string): boolean {
  return primary(voiceLang) === primary(lang);
}

/** How far a voice's region is from a text's: 0 is the same. */
function regionRank(voiceLang: string, lang: string): number {
  const tag = plain(voiceLang);
  if (primary(lang) !== "zh") return tag === plain(lang) ? 0 : 1;
  const isTraditional = /hant|tw|hk|mo/i.test(lang);
  const order = isTraditional ? [...chineseTags.slice(4), ...chineseTags.slice(0, 4)] : chineseTags;
  const rank = order.findIndex((candidate) => tag.startsWith(candidate));
  return rank < 0 ? order.length : rank;
}

/** Android writes zh_CN, and some engines call Mandarin cmn and Cantonese yue. */
function primary(tag: string): string {
  const language = plain(tag).split("-")[0] ?? "";
  if (language === "cmn" || language === "yue") return "zh";
  return language === "und" || language === "" ? "en" : language;
}

function plain(tag: string): string {
  return tag.toLowerCase().replaceAll("_", "-");
}

// The words of made-up articles, and the dice that choose them: the same in Node and in every browser.

const commonHan =
  "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运";
const onsets = "b c d f g h l m n p r s t v w br ch cl cr dr fl gr pl pr sh sl sp st str th tr".split(" ");
const vowels = "a e i o u ai ea ee ie oa ou".split(" ");
const codas = ["", "", "", "l", "n", "r", "s", "t", "m", "ck", "nd", "nt", "rd", "st"];
const endings = ["", "", "", "s", "ed", "ing", "er", "ly", "tion", "ment", "al", "ity"];
const han = orderedHan();

/** A queer number generator, the same everywhere: whole numbers only until the last step. */
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of a list. */
export function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}

/** Chinese characters, the most used first: those every text has, then level 1 of GB 2312 shuffled. */
function orderedHan() {
  const bytes = new Uint8Array(40 * 94 * 2);
  for (let row = 0, at = 0; row < 40; row++) {
    for (let cell = 0; cell < 94; cell++, at += 2) bytes.set([0xb0 + row, 0xa1 + cell], at);
  }
  const common = [...new Set(commonHan)];
  const rest = [...new TextDecoder("gb18030").decode(bytes)].filter(
    (one) => /\p{Script=Han}/u.test(one) && !common.includes(one),
  );
  const random = dice(10);
  for (let at = rest.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [rest[at], rest[other]] = [rest[other], rest[at]];
  }
  return [...common, ...rest];
}

/** A Chinese word of one to four characters, mostly two. */
export function hanWord(random) {
  const chance = random();
  const length = chance < 0.06 ? 1 : chance < 0.72 ? 2 : chance < 0.9 ? 3 : 4;
  return Array.from({ length }, () => hanCharacter(random)).join("");
}

/** A given name or a rare term: any characters. */
export function hanName(random) {
  return Array.from({ length: random() < 0.3 ? 1 : 2 }, () => han[Math.floor(random() * han.length)]).join("");
}

/** The common ones far more often: a power of a fair throw. */
function hanCharacter(random) {
  return han[Math.floor(random() ** 3.2 * han.length)];
}

/** A word that looks English. */
export function englishWord(random) {
  const syllables = 1 + Math.floor(random() * 2.6);
  const stem = Array.from(
    { length: syllables },
    () => pick(random, onsets) + pick(random, vowels) + pick(random, codas),
  );
  return stem.join("") + pick(random, endings);
}

/** So many different words, the same for the same seed. */
export function makeWords(count, seed, make) {
  const random = dice(seed);
  const words = new Set();
  while (words.size < count) words.add(make(random));
  return [...words];
}

/** How likely each rank is, added up: Zipf's law with an exponent of 9/8, a little flat at the top as Mandelbrot has it. */
export function zipf(count) {
  const sums = new Float64Array(count);
  for (let rank = 0, sum = 0; rank < count; rank++)
    sums[rank] = sum += 1 / ((rank + 3) * Math.sqrt(Math.sqrt(Math.sqrt(rank + 3))));
  return sums;
}

/** A rank drawn by such sums. */
export function draw(sums, random) {
  const wanted = random() * sums[sums.length - 1];
  let low = 0;
  for (let high = sums.length - 1; low < high; ) {
    const middle = (low + high) >> 1;
    if (sums[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Nearly a bell curve around 0 with a spread of 1. */
export function bell(random) {
  return (random() + random() + random() + random() - 2) * 1.73;
}

/** With its first letter as a capital. */
export function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

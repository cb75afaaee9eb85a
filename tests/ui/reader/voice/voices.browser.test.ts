import { beforeEach, expect, test } from "vitest";
import { voiceNames } from "#ui/reader/aids/aid-preferences.ts";
import { chooseVoice, voicesFor } from "#ui/reader/voice/voices.ts";

const voice = (name: string, lang: string, localService = true) =>
  ({ name, lang, localService, voiceURI: name, default: false }) as SpeechSynthesisVoice;
const voices = [
  voice("Samantha", "en-US"),
  voice("Google 普通话", "zh-CN", false),
  voice("Meijia", "zh-TW"),
  voice("Tingting", "zh_CN"),
  voice("Sinji", "yue-HK"),
  voice("Daniel", "en-GB"),
];
const names = (lang: string) => voicesFor(voices, lang).map(({ name }) => name);

beforeEach(() => {
  voiceNames.value = "";
});

test("a text's own region and this device come first; other languages are not offered", () => {
  expect(names("zh-Hans")).toEqual(["Tingting", "Meijia", "Sinji", "Google 普通话"]);
  expect(names("zh-Hant")[0]).toBe("Meijia");
  expect(names("en-GB")).toEqual(["Daniel", "Samantha"]);
  expect(names("fr")).toEqual([]);
});

test("a voice once chosen for a language is taken from then on", () => {
  chooseVoice("zh-Hans", "Google 普通话");
  chooseVoice("en", "Daniel");
  expect(names("zh-Hant")[0]).toBe("Google 普通话");
  expect(names("en-US")[0]).toBe("Daniel");
  chooseVoice("zh-CN", "Meijia");
  expect(names("zh-Hans")[0]).toBe("Meijia");
});

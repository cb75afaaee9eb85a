import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { t } from "#i18n/messages.ts";
import { dropFont, keptFont } from "#library/own-font.ts";
import { isOwnFontChinese, ownFontName, takeFont } from "#ui/reader/type/own-font.ts";
import * as preferences from "#ui/reader/type/reading-preferences.ts";
import { body, closeReader, openReader, restart, screen } from "../open-reader.tsx";
import { tinyFont } from "./tiny-font.ts";

const html = "<p>渡口的风从河面上来，摆渡人把缆绳绕了三圈。</p>".repeat(30);
const chineseFace = () => new File([tinyFont({ mark: 1000 })], "霞鹜文楷.ttf");
const latinFace = () => new File([tinyFont({ mark: 350 })], "Tiny.otf");

/** Files that are no fonts, or try to be too much of one. */
const refused: Record<string, [File, "broken" | "large"]> = {
  "a page by the name of a font": [new File(["<script>alert(1)</script>"], "song.ttf"), "broken"],
  "an empty file": [new File([], "song.otf"), "broken"],
  "a font cut off in the middle": [new File([tinyFont({ mark: 1000 }).slice(0, 300)], "song.ttf"), "broken"],
  "a font whose tables point beyond it": [new File([pointingBeyond()], "song.ttf"), "broken"],
  "a file of forty megabytes and one": [new File([new Uint8Array(40_000_001)], "song.ttf"), "large"],
};

function pointingBeyond(): ArrayBuffer {
  const bytes = tinyFont({ mark: 1000 });
  new DataView(bytes).setUint32(12 + 8, 0x7fffffff); // where the first table is said to lie
  return bytes;
}

const inPage = () => [...document.fonts].filter(({ family }) => family.includes("Liuye Own"));

beforeEach(() => openReader({ html }));

afterEach(async () => {
  closeReader();
  preferences.resetReading();
  ownFontName.value = "";
  await dropFont();
});

test("a font file of the reader's own sets the page at once, and again after a restart", async () => {
  expect(await takeFont(chineseFace())).toBeUndefined();
  expect(ownFontName.value).toBe("霞鹜文楷");
  expect(isOwnFontChinese.value).toBe(true);
  await vi.waitFor(() => expect(screen().dataset.face).toBe("own"));
  expect(getComputedStyle(body()).fontFamily).toMatch(/^"?Liuye Own/);
  expect((await keptFont())?.byteLength).toBe(chineseFace().size);
  await restart();
  expect(screen().dataset.face).toBe("own");
  expect(inPage()).toHaveLength(1);
});

test("a Latin face leaves the marks both scripts share to the Chinese one", async () => {
  expect(await takeFont(latinFace())).toBeUndefined();
  expect(isOwnFontChinese.value).toBe(false);
  await vi.waitFor(() => expect(screen().dataset.ownFont).toBe("latin"));
  expect(getComputedStyle(body()).fontFamily).toMatch(/^"?Liuye Song Marks/);
});

test.each(Object.entries(refused))(
  "%s is refused in one sentence, and the font before it stays",
  async (_, [file, why]) => {
    expect(await takeFont(chineseFace())).toBeUndefined();
    document.querySelector<HTMLElement>(".reader-type")?.click();
    const more = await vi.waitFor(() => {
      const found = document.querySelector<HTMLDetailsElement>(".type-sheet details");
      expect(found).not.toBeNull();
      return found as HTMLDetailsElement;
    });
    more.open = true;
    const field = await vi.waitFor(() => {
      const found = document.querySelector<HTMLInputElement>(".own-font input[type=file]");
      expect(found).not.toBeNull();
      return found as HTMLInputElement;
    });
    const carried = new DataTransfer();
    carried.items.add(file);
    field.files = carried.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    await vi.waitFor(() =>
      expect(document.querySelector(".own-font [role=status]")?.textContent).toBe(t.type.own.trouble[why]),
    );
    expect(ownFontName.value).toBe("霞鹜文楷");
    expect((await keptFont())?.byteLength).toBe(chineseFace().size);
    expect(inPage()).toHaveLength(1);
  },
);

test("taken away it leaves nothing on the device, and the page is in 宋 again", async () => {
  await takeFont(chineseFace());
  document.querySelector<HTMLElement>(".reader-type")?.click();
  const more = await vi.waitFor(() => {
    const found = document.querySelector<HTMLDetailsElement>(".type-sheet details");
    expect(found).not.toBeNull();
    return found as HTMLDetailsElement;
  });
  more.open = true;
  await vi.waitFor(() => expect(document.querySelector(".own-font-remove")).not.toBeNull());
  await userEvent.click(document.querySelector(".own-font-remove") as Element);
  await vi.waitFor(() => expect(screen().dataset.face).toBe("song"));
  expect(await keptFont()).toBeNull();
  expect(inPage()).toHaveLength(0);
  expect(ownFontName.value).toBe("");
});

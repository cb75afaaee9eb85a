import { afterEach, expect, test } from "vitest";
import { clearHits, paintHits } from "#ui/reader/hits/search-hits.ts";
import { convertBody, converterTo } from "#ui/reader/place/convert-script.ts";
import { rangeOf, textRuns } from "#ui/reader/place/reading-place.ts";

const html =
  '<p lang="zh-Hans">打印机在里面，用以太网。</p><p>头发<b>和软件</b>，出租车。</p><pre>软件</pre><p>The end 结束</p>';

async function show(script: "stored" | "tw" | "twp" | "hk" | "cn", markup = html): Promise<HTMLElement> {
  const fragment = document.createRange().createContextualFragment(markup);
  convertBody(fragment, script, await converterTo(script));
  const body = document.body.appendChild(document.createElement("div"));
  body.append(fragment);
  return body;
}

afterEach(() => document.body.replaceChildren());

test.each([
  ["tw", "打印機在裡面，用以太網。頭髮和軟件，出租車。"],
  ["twp", "印表機在裡面，用乙太網路。頭髮和軟體，計程車。"],
  ["hk", "打印機在裏面，用以太網。頭髮和軟件，出租車。"],
] as const)("simplified text is shown as written in %s, code as it is", async (script, words) => {
  const body = await show(script);
  expect(body.textContent).toBe(`${words}软件The end ${script === "hk" ? "結束" : "結束"}`);
  expect(body.querySelector("p")?.lang).toMatch(/^zh-Hant-/);
});

test("traditional text is shown simplified", async () => {
  expect((await show("cn", "<p>裏面的頭髮，著名的麵條。</p>")).textContent).toBe("里面的头发，著名的面条。");
});

test("characters are counted as they are kept, however long they are shown", async () => {
  const kept = textRuns(await show("stored"));
  const shown = textRuns(await show("twp"));
  expect(shown.map(({ start }) => start)).toEqual(kept.map(({ start }) => start));
  expect(shown.some(({ node }, index) => node.length !== kept[index]?.node.length)).toBe(true);
});

test("a passage is found again under its shown words", async () => {
  const runs = textRuns(await show("twp"));
  const words = (from: number, to: number) => rangeOf(runs, from, to).toString();
  expect(words(0, 7)).toBe("印表機在裡面，");
  expect(words(12, 14)).toBe("頭髮");
  expect(words(12, 18)).toBe("頭髮和軟體，");
  expect(words(7, 11)).toBe("用乙太網路".slice(0, 5));
});

test("what was searched for is marked in whatever writing it is shown", async () => {
  const body = await show("twp");
  expect(paintHits(body, "出租车")?.bestOffset).toBe(18);
  const [hit] = CSS.highlights.get("search-hit") ?? [];
  expect(hit?.toString()).toBe("計程車");
  clearHits();
});

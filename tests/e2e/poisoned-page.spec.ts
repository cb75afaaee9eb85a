import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { builtApp, test } from "./harness.ts";
import { articlePage, writeFiles } from "./pages.ts";
import { addFiles, openApp, openArticle } from "./reader.ts";
import { serve } from "./server.ts";

const title = "磨坊边的陌生来信";
const words = "先生把油灯拨亮";

test("a poisoned page is read as words: nothing of it runs, and nothing asks for anything", async ({
  app,
  open,
}, running) => {
  const nowhere = running.outputPath("nowhere");
  mkdirSync(nowhere);
  const evil = await serve(nowhere);
  const letter = articlePage(title, "utf-8", poison(evil.url));
  const files = writeFiles((name) => running.outputPath(name), { "letter.html": letter });
  const { page } = await open();
  await openApp(page, app.url);
  await addFiles(page, files);
  for (const _ of ["as it was just kept", "as it comes from the library"]) {
    await openArticle(page, title);
    expect(await page.textContent(".prose")).toContain(words);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500))); // time for a slow poison to act
    expect(await page.evaluate(traces)).toEqual({ ran: false, dangerous: [], base: app.url, links: 0 });
    await page.goto(app.url);
    await page.reload();
  }
  expect(evil.hits).toEqual([]);
  // Nor is our own server asked for what the page names by a relative address; /favicon.ico browsers ask for themselves.
  const asked = app.hits.map(({ path }) => path).filter((path) => path !== "/favicon.ico");
  expect(asked.filter((path) => !existsSync(join(builtApp, path)))).toEqual([]);
  await evil.kill();
});

/** What poison would leave behind. */
function traces() {
  const forbidden =
    "script, style, iframe, object, embed, form, input, base, meta, link, use, animate, set, foreignObject";
  const elements = [...document.querySelectorAll(".prose *")];
  // The box for a picture that did not come has its shape from us; no page's class comes so far.
  const isOurs = (element: Element) => element.matches("span.missing-picture");
  const isDangerous = (element: Element) =>
    element.matches(forbidden) ||
    element.getAttributeNames().some((name) => name.startsWith("on") || (name === "style" && !isOurs(element)));
  return {
    ran: "poisoned" in window,
    dangerous: elements.filter(isDangerous).map((element) => element.outerHTML),
    base: document.baseURI.replace(/#.*/, ""),
    links: elements.filter((element) => /^\s*(?:javascript|data|vbscript):/i.test(element.getAttribute("href") ?? ""))
      .length,
  };
}

function poison(evil: string): string {
  const run = "window.poisoned=1;top.poisoned=1";
  return `
<base href="${evil}base/"><meta http-equiv="refresh" content="0;url=${evil}refresh">
<link rel="stylesheet" href="${evil}style.css"><link rel="preload" as="image" href="${evil}preload.png">
<style>@import "${evil}import.css"; body, .prose { background: url(${evil}background.png) }</style>
<script>${run}</script><script src="${evil}script.js"></script>
<p>先看这封信<script>${run}</script>。<a href="javascript:${run}">回信</a> <a href=" java&#10;script:${run}">再回</a>
<a href="data:text/html,<script>${run}</script>">附件</a> <a href="${evil}ping" ping="${evil}pinged">原处</a></p>
<p onclick="${run}" onpointerover="${run}" style="background:url(${evil}inline.png)" onanimationstart="${run}">墨迹还没有干透。</p>
<img src="x" onerror="${run}"><img src="${evil}pixel.gif" width="1" height="1" alt="">
<img srcset="${evil}set.png 1x, ${evil}set2.png 2x" src="${evil}photo.jpg" width="640" height="480" alt="照片" onload="${run}">
<picture><source srcset="${evil}source.webp"><img src="${evil}fallback.png" alt="画"></picture>
<svg onload="${run}" width="20" height="20"><script>${run}</script><image href="${evil}svg.png"/><use href="${evil}use.svg#a"/>
<a xlink:href="javascript:${run}"><text>点</text></a><animate attributeName="href" values="javascript:${run}" onbegin="${run}"/>
<foreignObject><iframe srcdoc="<script>${run}</script>"></iframe></foreignObject><style>*{background:url(${evil}svgstyle.png)}</style></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;"></mglyph></table></mtext>
<maction actiontype="statusline#${evil}" xlink:href="javascript:${run}">式</maction></math>
<form action="${evil}form" id="formed"><input name="attributes" autofocus onfocus="${run}"><button formaction="javascript:${run}">寄出</button></form>
<iframe src="${evil}frame"></iframe><iframe srcdoc="<script>${run}</script>"></iframe><object data="${evil}object"></object><embed src="${evil}embed">
<video src="${evil}video.mp4" poster="${evil}poster.png" autoplay onloadstart="${run}"></video><audio src="${evil}audio.mp3" autoplay></audio>
<details open ontoggle="${run}"><summary>更多</summary>背面还有一行字。</details><body onload="${run}" background="${evil}body.png">
<noscript><p title="</noscript><img src=x onerror=${run}>">夹页</p></noscript><template><script>${run}</script></template>
<img name="getElementById" id="documentElement"><a id="defaultView"></a><a id="defaultView" name="location"></a>`;
}

import { ownCode, test } from "./harness.ts";
import { addFiles, openApp, seeTitle } from "./reader.ts";

const own = {
  name: "山路来信",
  hosts: ["sohu.com"],
  pages: [{ kind: "article", body: "#mp-editor", title: "#user-info h4 a" }],
};
const fixture = (name: string) => `tests/fixtures/pages/${name}.html`;

test(
  "with the server dead a page is read by the rule for its site, and by the reader's own once there is one",
  ownCode,
  async ({ app, open }) => {
    const { page } = await open();
    await openApp(page, app.url);
    await app.kill();
    await addFiles(page, [fixture("discuz--kite-reel"), fixture("sohu--library-van")]);
    await seeTitle(page, "流动书车十一年：司机靠书认路");
    await page.waitForFunction(
      (names) => names.every((name) => document.querySelector(".article-list")?.textContent?.includes(name)),
      ["北坡论坛", "山路来信"],
    );

    await page.evaluate(() => {
      location.hash = "#/me";
    });
    await page.waitForSelector(".me-rules");
    await page.evaluate(() => document.querySelector(".me-rules")?.scrollIntoView({ block: "center" }));
    await page.click(".me-rules");
    await page.fill(".rules-sheet textarea", JSON.stringify(own));
    await page.click(".rules-keep");
    await page.waitForSelector(`.rules-sheet button[aria-label$="${own.name}"]`);
    await page.evaluate(() => {
      document.querySelector("dialog")?.close();
      location.hash = "#/";
    });
    await addFiles(page, [fixture("sohu--library-van")]);
    await seeTitle(page, "山路来信");
  },
);

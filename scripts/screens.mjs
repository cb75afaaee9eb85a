// Every screen and sheet there is, and how one comes to it. A step is a selector to click, or what to do with the page.

const wait = (page, time = 300) => page.waitForTimeout(time);
const fill = (selector, words) => (page) => page.fill(selector, words);
const press = (key) => (page) => page.keyboard.press(key);
const upload = (selector, name, words) => (page) =>
  page.setInputFiles(selector, { name, mimeType: "text/plain", buffer: Buffer.from(words) });
const down = (selector) => (page) =>
  page.evaluate((pane) => document.querySelector(pane)?.scrollTo(0, 1e6), selector).then(() => wait(page, 700));
const add = ":is(.navigation-add, .shelf-add):visible";
const more = ".article-card:first-child .article-card-more";
const readerMenu = ".reader-bar .menu-button";
const article = "#/shelf/ARTICLE";
const select = (page) =>
  page.evaluate(() => {
    const words = document.querySelector(".prose p");
    if (words) getSelection()?.selectAllChildren(words);
  });
const moving = [add, ".add-move", (page) => page.waitForSelector(".move-sheet")];
const mending = [
  readerMenu,
  ".reader-mend",
  (page) => page.waitForSelector(".mend-ways, .mend-way", { timeout: 4000 }),
];

/** `at` is an address, `does` are steps; `tall` is taken as high as all that scrolls in it. */
export const screens = {
  shelf: { at: "#/shelf" },
  "shelf-end": { at: "#/shelf", does: [down(".article-list")] },
  filter: { at: "#/shelf", does: [".shelf-filter"] },
  filtered: { at: "#/shelf?tag=手艺&length=medium" },
  "nothing-fits": { at: "#/shelf?source=nobody" },
  "card-menu": { at: "#/shelf", does: [more] },
  choosing: { at: "#/shelf", does: [more, ".card-menu-select"] },
  tag: { at: "#/shelf", does: [more, ".card-menu-select", ".selection-tags"] },
  keys: { at: "#/shelf", does: [press("?")] },
  toast: { at: "#/shelf", does: [more, ".card-menu-delete, .card-menu button:last-child"] },
  add: { at: "#/shelf", does: [add] },
  "add-link": {
    at: "#/shelf",
    does: [add, fill(".add-sheet textarea", "https://example.org/2026/a-page-with-a-long-address.html")],
  },
  "add-in-vain": { at: "#/shelf", does: [add, ".add-clipboard"] },
  move: { at: "#/shelf", does: moving },
  "move-found": {
    at: "#/shelf",
    does: [
      ...moving,
      upload(
        ".move-sheet input",
        "moving.csv",
        "title,url,time_added,tags,status\n渡口,https://example.com/a,1500000000,标准,unread\n",
      ),
    ],
  },
  report: { at: "#/shelf", does: [add, upload(".add-sheet input", "empty.html", "")] },
  favourites: { at: "#/favourites" },
  archive: { at: "#/archive" },
  trash: { at: "#/trash" },
  "trash-ask": { at: "#/trash", does: [".trash-empty"] },
  search: { at: "#/search" },
  found: { at: "#/search?q=标准", does: [(page) => page.waitForSelector(".search-hit, .search-tries")] },
  "found-nothing": { at: "#/search?q=无此一物" },
  "search-tag": { at: "#/search", does: [fill("input[type=search]", "tag:")] },
  notes: { at: "#/notes" },
  me: { at: "#/me", tall: ".me-screen" },
  room: { at: "#/me", does: [".me-room"] },
  tags: { at: "#/me", does: [".me-tags"] },
  export: { at: "#/me", does: [".me-export"] },
  rules: { at: "#/me", does: [".me-rules"] },
  "offline-check": { at: "#/me", does: [".me-airplane", (page) => wait(page, 600)] },
  backup: { at: "#/me", does: [".me-backup"] },
  "backup-made": { at: "#/me", does: [".me-backup", ".backup-make", (page) => page.waitForSelector(".backup-made")] },
  install: { at: "#/me", does: [".me-install button"] },
  changes: { at: "#/me", does: [".me-changes"] },
  licences: { at: "#/me", does: [".me-licences"] },
  bookmarklet: { at: "#/bookmarklet", tall: ".bookmarklet-screen" },
  arrival: { at: "#/keep/nobody" },
  reader: { at: article },
  "reader-whole": { at: article, tall: ".reader-screen" },
  pages: { at: article, prefers: { way: "pages" } },
  vertical: { at: article, prefers: { way: "vertical" } },
  type: { at: article, does: [".reader-type"] },
  "type-more": { at: article, does: [".reader-type", ".type-sheet summary, .type-more button", down("dialog[open]")] },
  "reader-menu": { at: article, does: [readerMenu] },
  contents: { at: article, does: [readerMenu, ".reader-contents"] },
  "reader-share": { at: article, does: [readerMenu, ".reader-share"] },
  print: { at: article, does: [readerMenu, ".reader-print"] },
  receipt: { at: article, does: [readerMenu, ".reader-receipt"] },
  marks: { at: article, does: [readerMenu, ".reader-marks"] },
  "reader-keys": { at: article, does: [press("?")] },
  selection: { at: article, does: [select] },
  player: { at: article, does: [press("r")] },
  versions: { at: article, does: [".article-versions"] },
  mend: { at: article, does: mending },
  "mend-strike": { at: article, does: [...mending, ".mend-way-strike", ".mend-strike [role=button] >> nth=1"] },
  "mend-left": { at: article, does: [...mending, ".mend-way-left"] },
  "mend-pick": { at: article, does: [...mending, ".mend-way-pick", ".mend-pick [role=button] >> nth=2"] },
  "mend-fields": { at: article, does: [...mending, ".mend-way-fields"] },
  pending: { at: "#/shelf/row-5" },
  missing: { at: "#/shelf/nothing" },
};

/** Goes to a screen; steps whose place is not there, on an empty shelf say, are left out. */
export async function goTo(page, address, { at, does = [] }, articleId) {
  await page.goto("about:blank");
  await page.goto(`${address}${at.replace("ARTICLE", articleId)}`);
  await page.waitForSelector(":is(.app-list > *, .bookmarklet-arrival)");
  await wait(page, 350); // parts that come late have come
  for (const step of does) {
    if (typeof step === "string") {
      const place = page.locator(step).first();
      if ((await place.count()) === 0) return;
      await place.click({ timeout: 3000 });
    } else await step(page);
    await wait(page, 200);
  }
}

// A library to be looked at: true titles, pictures, marks and a month of reading, written past the app.
import { chinese, english, passages, shelf } from "./shown-articles.mjs";

/** Lays so many articles into the library of the page, and nothing else; the guides are gone for good. */
export async function furnish(page, count) {
  await page.evaluate(write, { shelf, chinese, english, passages, count });
}

/** Runs in the page. */
async function write({ shelf, chinese, english, passages, count }) {
  const now = Date.now();
  const hour = 3_600_000;
  const pictures = [];
  for (const [from, to] of [
    ["#a3cdb5", "#2f5d46"],
    ["#ecc896", "#b3733a"],
    ["#b5c0d6", "#5b6c94"],
    ["#d9b8a8", "#8c4a36"],
  ])
    pictures.push(await draw(from, to));
  const gzip = await compress(
    `<!doctype html><title>${shelf[0][0]}</title><nav>首页 订阅 广告</nav><article><h1>${shelf[0][0]}</h1>${chinese.filter((part) => part !== "FIGURE").join("")}</article><aside>猜你喜欢</aside>`,
  );
  const library = await new Promise((resolve) => {
    const opening = indexedDB.open("liuye");
    opening.onsuccess = () => resolve(opening.result);
  });
  const writing = library.transaction([...library.objectStoreNames], "readwrite");
  const put = (store, row) => writing.objectStore(store).put(row);
  for (const store of library.objectStoreNames) writing.objectStore(store).clear();
  for (const id of ["guide-zh", "guide-en"]) put("tombstones", { id, at: 1 });
  for (const picture of pictures) put("pictures", picture);
  const colours = { 标准化: "leaf", 手艺: "seal", typography: "sky", 港口: "amber" };
  if (count > 1) for (const [name, colour] of Object.entries(colours)) put("tags", { name, colour });
  for (let at = 0; at < count; at++) {
    const round = Math.floor(at / shelf.length);
    const [title, source, byline, lang, excerpt, length, tag] = shelf[at % shelf.length];
    const id = `row-${at}`;
    const isLatin = lang === "en";
    const picture = [0, 1, 3, 2][at % 5] === undefined || at % 3 === 2 ? undefined : pictures[at % pictures.length];
    const figure = picture
      ? `<figure><img data-picture="${picture.id}" width="800" height="500" alt=""><figcaption>${isLatin ? "A page of 1872, and its ruler." : "作坊里的螺钉，约 1850 年。"}</figcaption></figure>`
      : "";
    const html = (isLatin ? english : chinese).map((part) => (part === "FIGURE" ? figure : part)).join("");
    const text = html.replace(/<\/(?:p|h2|li|tr|figcaption)>/g, "\n").replace(/<[^>]+>/g, "");
    put("articles", {
      ...{ id, identity: `url:https://example.org/${at}`, url: `https://example.org/2026/11/${at}.html` },
      title:
        round === 0 ? title : `${title}${isLatin ? `, part ${round + 1}` : `（${"一二三四五六七八九十"[round]}）`}`,
      ...{ lang, excerpt, source, length: isLatin ? { han: 0, words: length } : { han: length, words: 0 } },
      ...(byline && { byline }),
      ...{ savedAt: now - at * at * 0.6 * hour, refreshedAt: now - at * at * 0.6 * hour },
      published: `2026-${String(11 - (at % 9)).padStart(2, "0")}-18`,
      tags: tag ? [tag, ...(at % 4 === 0 ? ["待引用"] : [])] : [],
      ...(at === 6 && { documentNumbers: ["文办发〔2026〕17号"], standards: ["GB/T 28220", "WH/T 70.2"] }),
      ...(at === 0 && { standards: ["GB/T 192"], editor: "何夕" }),
      ...([0, 4, 11, 13].includes(at) && { favouritedAt: now - at }),
      ...([14, 17, 19].includes(at) && { archivedAt: now }),
      ...([16, 20].includes(at) && { trashedAt: now - 3 * 24 * hour }),
      ...(at === 5 && count > 5 && { pending: true, askedAt: now }),
      receipt: {
        ...{ via: ["html", "bookmarklet", "paste", "epub"][at % 4], at: now - at * hour, bytes: 184_000 },
        pictures: { kept: picture ? 1 : 0, missing: at === 2 ? { refused: 2 } : {} },
      },
    });
    put("contents", { id, html, text, sanitizer: 1, pictures: picture ? [picture.id] : [] });
    if (at === 0) put("originals", { id, kind: "html", url: "https://example.org/2026/11/0.html", gzip });
    if (picture && at % 6 !== 4) put("thumbnails", { id, type: picture.type, bytes: picture.bytes });
    const progress = { 0: 0.38, 2: 0.72, 7: 1, 10: 0.12 }[at];
    if (progress !== undefined && count > 1) put("places", { id, offset: 1, progress, at: now - at * hour });
    for (const [nth, [exact, colour, note]] of (passages[at] ?? []).entries()) {
      const anchor = { quote: { exact, prefix: "", suffix: "" } };
      put("highlights", {
        ...{ id: `mark-${at}-${nth}`, articleId: id, anchor, colour },
        ...(note && { note }),
        at: now - nth * hour,
      });
    }
    if (at === 0 || at === 4)
      put("notes", { id, text: at ? "三个习惯里，第二个最难。" : "讲标准史，从这一篇讲起。", at: now - hour });
    for (let ago = at % 3; at < 12 && ago < 62; ago += 2 + ((at * 5) % 7)) {
      const startedAt = now - ago * 24 * hour;
      const day = new Date(startedAt).toISOString().slice(0, 10);
      const spent = (2 + ((at * 7 + ago * 3) % 17)) * 60_000;
      put("readings", {
        id: `visit-${at}-${ago}`,
        articleId: id,
        startedAt,
        day,
        spent,
        passed: spent / 180,
        ...(ago % 3 === 0 && { finished: true }),
      });
    }
  }
  if (count > 0) {
    const fields = { title: shelf[0][0], lang: "zh-Hans", excerpt: "", length: { han: 200, words: 0 } };
    const html = chinese[0].replace("几十枚", "十几枚");
    const times = { capturedAt: now - 900 * hour, replacedAt: now - 40 * hour };
    put("versions", {
      id: "version-0",
      articleId: "row-0",
      html,
      text: html.replace(/<[^>]+>/g, ""),
      sanitizer: 1,
      pictures: [],
      fields,
      ...times,
    });
  }
  await new Promise((resolve) => writing.addEventListener("complete", resolve));
  library.close();
  localStorage.removeItem("liuye:canary");
  await caches.delete("liuye-canary");

  async function draw(from, to) {
    const canvas = new OffscreenCanvas(800, 500);
    const brush = canvas.getContext("2d");
    const fill = brush.createLinearGradient(0, 0, 800, 500);
    fill.addColorStop(0, from);
    fill.addColorStop(1, to);
    brush.fillStyle = fill;
    brush.fillRect(0, 0, 800, 500);
    const bytes = await (await canvas.convertToBlob({ type: "image/webp", quality: 0.9 })).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const id = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return { id, type: "image/webp", bytes, width: 800, height: 500 };
  }

  function compress(words) {
    return new Response(new Blob([words]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
  }
}

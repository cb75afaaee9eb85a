// The bookmarklet itself. It runs inside other sites, sent there as its own source text: it may use nothing from
// outside its function, not even a constant of this file, and nothing a strict policy of the site would refuse.

/** What the bookmarklet says where it has to say something: the site's window cannot ask Liuye for words. */
export type BookmarkletWords = {
  trouble: string;
  open: string;
  copy: string;
  copied: string;
  save: string;
  close: string;
};

/** One message to Liuye: the page as it stands, what is selected of it, and the pictures that could be read. */
export type BookmarkletMessage = {
  nonce: string;
  key: string;
  url: string;
  title: string;
  html: string;
  selection: string;
  pictures: { address: string; type: string; bytes: ArrayBuffer }[];
};

/** Opens Liuye and hands it this page; where the two are kept apart, offers a copy or a file instead. */
export function sendThisPage(app: string, key: string, words: BookmarkletWords): void {
  const { origin } = new URL(app);
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    `0${byte.toString(16)}`.slice(-2),
  ).join("");
  const title = document.title || location.host;
  // A document of its own: what is copied there loads nothing and wakes no element of the site's.
  const inert = document.implementation.createHTMLDocument("");
  const root = inert.importNode(document.documentElement, true);
  const part = inert.createElement("div");
  let popup: Window | null = null;
  let handed = false;
  let notice: HTMLElement | undefined;

  const openApp = () => {
    try {
      popup = open(`${app}#/keep/${nonce}`, "_blank");
    } catch {
      // a sandboxed page may not open windows at all
    }
    setTimeout(() => handed || offer(), popup ? 2000 : 0);
  };

  const markSelection = () => {
    const twin = (node: Node): Node => {
      const parent = node.parentNode as Node;
      return node === document.documentElement
        ? root
        : (twin(parent).childNodes[Array.from(parent.childNodes).indexOf(node as ChildNode)] as Node);
    };
    const chosen = inert.createRange();
    try {
      const range = (getSelection() as Selection).getRangeAt(0);
      if (range.toString().trim().length < 40) return chosen; // a word left selected is no wish
      chosen.setStart(twin(range.startContainer), range.startOffset);
      chosen.setEnd(twin(range.endContainer), range.endOffset);
    } catch {
      // nothing is selected, or something outside the page's own tree
    }
    return chosen;
  };

  const readPicture = async (image: HTMLImageElement): Promise<Blob | null> => {
    try {
      const answer = await fetch(image.currentSrc, { cache: "force-cache", signal: AbortSignal.timeout(3000) });
      const picture = await answer.blob();
      if (answer.ok && picture.size) return picture;
    } catch {
      // the site's policy, or the other site's
    }
    try {
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext("2d")?.drawImage(image, 0, 0);
      return await new Promise((resolve) => canvas.toBlob(resolve, "image/webp", 0.9));
    } catch {
      return null; // from another site that does not lend it
    }
  };

  const chosen = markSelection();
  const copies = root.querySelectorAll("img");
  const shown = Array.from(document.images, (image, index) => ({ image, copy: copies[index] as HTMLImageElement }))
    .filter(({ image: { naturalWidth, naturalHeight, currentSrc } }) => {
      return naturalWidth > 2 && naturalHeight > 2 && /^(https?|blob):/.test(currentSrc);
    })
    .slice(0, 200)
    .map(({ image, copy }, index) => {
      const address = image.currentSrc[0] === "b" ? `cid:${index}@liuye` : image.currentSrc;
      for (const name of copy.getAttributeNames()) {
        if (!/^(alt|title|width|height|style|class)$/.test(name)) copy.removeAttribute(name);
      }
      copy.setAttribute("src", address);
      copy.parentElement?.querySelectorAll("picture > source").forEach((source) => {
        source.remove();
      });
      if (copy.nextElementSibling?.tagName === "NOSCRIPT") copy.nextElementSibling.remove(); // the same picture once more
      return { copy, address, read: readPicture(image) };
    });
  const unwanted =
    "script:not([type*='ld+json']),style,link[rel~=stylesheet],template,iframe,object,embed,input,textarea,select";
  for (const element of root.querySelectorAll(unwanted)) element.remove();
  part.append(chosen.cloneContents());

  const pictures = (async () => {
    const read: BookmarkletMessage["pictures"] = [];
    let room = 15e6;
    for (const { address, read: reading } of shown) {
      const picture = await reading;
      if (!picture || picture.size > room || read.some((other) => other.address === address)) continue;
      room -= picture.size;
      read.push({ address, type: picture.type, bytes: await picture.arrayBuffer() });
    }
    return read;
  })();

  const hear = async (event: MessageEvent) => {
    if (event.source !== popup || event.origin !== origin) return;
    if (event.data === "liuye:got") {
      removeEventListener("message", hear);
      notice?.remove();
    } else if (event.data === "liuye:ready" && !handed) {
      handed = true;
      const html = `<!DOCTYPE html>${root.outerHTML}`;
      const message = {
        nonce,
        key,
        url: location.href,
        title,
        html,
        selection: part.innerHTML,
        pictures: await pictures,
      };
      popup?.postMessage(message, origin);
    }
  };

  const wholePage = (html: string) => {
    const { href } = location;
    return `<!DOCTYPE html><!-- saved from url=(${`${href.length}`.padStart(4, "0")})${href} -->${html}`;
  };

  const copyPage = async () => {
    const html = wholePage(part.innerHTML || root.outerHTML);
    // biome-ignore lint/performance/useDomNodeTextContent: textContent runs the paragraphs into one another
    const text = part.textContent || document.body.innerText;
    let done = false;
    const fill = (event: ClipboardEvent) => {
      event.clipboardData?.setData("text/html", html);
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
      event.stopImmediatePropagation();
      done = true;
    };
    addEventListener("copy", fill, true);
    document.execCommand("copy"); // first: it needs no permission, and leaves the page's address in what it copies
    removeEventListener("copy", fill, true);
    if (!done) {
      const piece = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
      await navigator.clipboard.write([
        new ClipboardItem({ ...piece("text/html", html), ...piece("text/plain", text) }),
      ]);
    }
  };

  const savePage = async () => {
    const read = await pictures;
    for (const { copy, address } of shown) {
      const picture = read.find((other) => other.address === address);
      if (!picture) continue;
      const reader = new FileReader();
      reader.readAsDataURL(new Blob([picture.bytes], { type: picture.type }));
      await new Promise((resolve) => {
        reader.onload = resolve;
      });
      copy.setAttribute("src", reader.result as string);
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([wholePage(root.outerHTML)], { type: "text/html" }));
    link.download = `${title.replace(/[\\/:*?"<>|]+/g, " ").slice(0, 80)}.html`;
    link.click();
  };

  const offer = () => {
    document.getElementById("liuye-notice")?.remove();
    notice = document.createElement("div");
    notice.id = "liuye-notice";
    notice.style.cssText = "all:initial;position:fixed;right:12px;bottom:12px;z-index:2147483647";
    const panel = document.createElement("div");
    panel.style.cssText =
      "box-sizing:border-box;max-width:min(340px,calc(100vw - 24px));padding:14px 16px;border:1px solid #e6e0d3;border-radius:12px;background:#fffefb;color:#211f1b;box-shadow:0 4px 24px #0003;font:15px/1.5 system-ui,sans-serif";
    panel.append(words.trouble, document.createElement("br"));
    const button = (label: string, act: () => unknown) => {
      const made = document.createElement("button");
      made.textContent = label;
      made.style.cssText =
        "min-height:40px;margin:10px 8px 0 0;padding:0 12px;border:1px solid #e6e0d3;border-radius:12px;background:none;color:#35694d;font:inherit;cursor:pointer";
      made.onclick = act;
      panel.append(made);
      return made;
    };
    if (!popup) {
      button(words.open, () => {
        notice?.remove();
        openApp();
      });
    }
    const copy = button(words.copy, () =>
      copyPage().then(
        () => {
          copy.textContent = words.copied;
        },
        () => copy.remove(),
      ),
    );
    button(words.save, savePage);
    button(words.close, () => notice?.remove());
    notice.attachShadow({ mode: "open" }).append(panel);
    document.documentElement.append(notice);
  };

  addEventListener("message", hear);
  openApp();
}

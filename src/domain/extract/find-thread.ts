import { findDate } from "./dates.ts";
import { fill, type ParsedPage } from "./parsed-page.ts";

/** What the widespread forums name the words of a post by, each as its own templates have it. */
const knownBodies = [
  ".t_f", // Discuz!
  "[id^=post_message_], .postcontent", // vBulletin 3 and 4
  ".postbody .content", // phpBB
  ".bbWrapper, .messageText", // XenForo 2 and 1
  ".crawler-post .post, .topic-body .cooked", // Discourse, for crawlers and for people
  ".js-post-body, .post_body, [data-role=commentContent]", // Stack Exchange, MyBB, Invision
  ".inner[id^=msg_], .Post-body, [component='post/content']", // SMF, Flarum, NodeBB
  ".bbp-topic-content, .bbp-reply-content", // bbPress
  ".topic_content, .reply_content, .d_post_content, .topic-richtext, .reply-content", // V2EX, Tieba, Douban
  ".toptext, .commtext, .usertext-body .md, .js-comment-body", // Hacker News, Reddit, GitHub
];
/** Parts of a page that repeat under such a name, each with its date, are posts too. */
const postName =
  /(?:^|[\s_-])(?:forum-?)?(?:post|message|msg|reply|floor|answer|thread-?item|topic-?item)(?:$|[\s_-])/i;
const notWords =
  /(?:^|[\s_-])(?:author|user\w*|avatar|poster|meta|info|date|time|when|head(?:er)?|foot(?:er)?|sign\w*|tools?|buttons?|actions?|floor|report|votes?|likes?|pstatus|profile)(?:$|[\s_-])/i;
const unseen =
  '.signature, .sign, .pstatus, .jammer, [hidden], [style*="display:none" i], [style*="display: none" i], [style*="font-size:0" i]';
/** Where a post has its author's name, the surest first. */
const authors =
  "[itemprop=author] [itemprop=name],[itemprop=author],.authi a,.message-name,.username,.postauthor,.bbp-author-name,.author a,.author b,.author,.poster,.creator,.hnuser,.p_author_name,.user-details a,[class*=author i],[class*=username i],[class*=nick i],a[href*=user],a[href*=member],a[href*=profile],a[href*=uid],a[href*='/u/']".split(
    ",",
  );
const longestName = 40;
/** More on one page is a list of something else. */
const mostPosts = 2000;
/** The posts hold at least this share of the page's unlinked words, or they are comments under something else. */
const threadShare = 0.35;
/** By their shape alone, so much of it. */
const plainThreadShare = 0.6;

/** The posts of a forum's thread one after another, each under its author and time; nothing where a page is no thread. */
export function threadIn(page: ParsedPage): Element | undefined {
  const all = page.lines.reduce((sum, { text, linked }) => sum + Math.max(0, text.length - linked), 0);
  const known = knownBodies.map((names) => outermost(page.document.body.querySelectorAll(names))).find(isSeveral);
  if (known && lengthOf(known) >= threadShare * all) return written(page, known, false);
  const plain = repeated(page.document);
  return plain && lengthOf(plain) >= plainThreadShare * all ? written(page, plain, true) : undefined;
}

/** The largest group of elements named as posts are, every one of them dated. */
function repeated(document: Document): Element[] | undefined {
  const groups = new Map<string, Element[]>();
  for (const element of document.body.querySelectorAll("[class]")) {
    const names = element.getAttribute("class") ?? "";
    if (!postName.test(names) || /comment/i.test(names)) continue;
    const key = `${element.tagName} ${postName.exec(names)?.[0].trim()}`;
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return [...groups.values()]
    .map(outermost)
    .filter(isSeveral)
    .map((group) => ({ group, length: lengthOf(group) }))
    .sort((one, other) => other.length - one.length)
    .map(({ group }) => group)
    .find((group) => group.every((_, at) => dateOf(containerOf(group, at), undefined) !== undefined));
}

function written(page: ParsedPage, bodies: readonly Element[], isPlain: boolean): Element {
  const { document } = page;
  const thread = document.createElement("div");
  for (const [at, body] of bodies.entries()) {
    const container = containerOf(bodies, at);
    const name = nameIn(container, body, isPlain);
    const date = dateOf(container, isPlain ? undefined : body);
    const words = body.cloneNode(true) as Element;
    // What nobody sees is there against copying.
    for (const part of words.querySelectorAll(unseen)) part.remove();
    for (const part of words.querySelectorAll("[class]")) if (isPlain && isAbout(part)) part.remove();
    for (const heading of words.querySelectorAll("h1")) heading.remove();
    if (at === 0) {
      fill(page, "byline", name, "line");
      fill(page, "published", date, "line");
    } else {
      const head = document.createElement("p");
      head.append([name, date?.slice(0, 16).replace("T", " ")].filter((said) => said !== undefined).join(" · "));
      thread.append(head);
    }
    thread.append(words);
  }
  return thread;
}

/** The part of a page that holds this post and no other; in document order, one that holds another holds a neighbour. */
function containerOf(bodies: readonly Element[], at: number): Element {
  const [before, body, after] = [bodies[at - 1], bodies[at] as Element, bodies[at + 1]];
  let container = body;
  for (let up = body.parentElement; up && up.tagName !== "BODY"; up = up.parentElement) {
    if ((before && up.contains(before)) || (after && up.contains(after))) break;
    container = up;
  }
  return container;
}

function nameIn(container: Element, body: Element, isPlain: boolean): string | undefined {
  const said = container.getAttribute("data-author");
  if (said) return said;
  for (const selector of authors) {
    for (const element of container.querySelectorAll(selector)) {
      const name = isPlain || !body.contains(element) ? (element.textContent ?? "").replace(/\s+/g, " ").trim() : "";
      if (name !== "" && name.length <= longestName) return name;
    }
  }
  return undefined;
}

function dateOf(container: Element, body: Element | undefined): string | undefined {
  for (const time of container.querySelectorAll("time, abbr[title], [itemprop=datePublished], [title]")) {
    if (body?.contains(time)) continue;
    const said = time.getAttribute("datetime") ?? time.getAttribute("content") ?? time.getAttribute("title") ?? "";
    const date = findDate(said)?.date;
    if (date) return date;
  }
  const walker = container.ownerDocument.createTreeWalker(container, 4);
  let text = "";
  while (walker.nextNode() && text.length < 4000) {
    if (!body?.contains(walker.currentNode)) text += `${walker.currentNode.nodeValue ?? ""} `;
  }
  return findDate(text.replace(/\s+/g, " "))?.date;
}

function isAbout(element: Element): boolean {
  return notWords.test(element.className) && (element.textContent ?? "").length < 300;
}

function outermost(elements: Iterable<Element>): Element[] {
  const kept: Element[] = [];
  // In document order whatever lies inside the last one comes right after it.
  for (const element of elements) if (!kept.at(-1)?.contains(element)) kept.push(element);
  return kept;
}

function isSeveral(elements: readonly Element[]): boolean {
  return elements.length > 1 && elements.length <= mostPosts;
}

function lengthOf(elements: readonly Element[]): number {
  return elements.reduce((sum, element) => sum + (element.textContent ?? "").replace(/\s+/g, " ").trim().length, 0);
}

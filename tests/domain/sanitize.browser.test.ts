import fc from "fast-check";
import { expect, test } from "vitest";
import { htmlOf, sanitizeToFragment } from "#domain/sanitize.ts";

const sanitizeToHtml = (html: string) => htmlOf(sanitizeToFragment(html));

/** Markup that tries to run, to ask for something, or to leave its box; each is known from public collections of such tricks. */
const poison = [
  "<script>hit()</script>",
  "<img src=x onerror=hit()>",
  "<svg onload=hit()><a xlink:href='javascript:hit()'><text y=20>svg</text></a></svg>",
  "<svg><animate attributeName=href values='javascript:hit()'/><a id=x><text>x</text></a></svg>",
  "<svg><use href='data:image/svg+xml,<svg id=x onload=hit()>#x'/></svg>",
  "<svg><image href='https://evil.invalid/p.png'/></svg>",
  "<![CDATA[<svg><image href='https://evil.invalid/cdata.png'/>",
  "<svg><rect fill='url(https://evil.invalid/fill.svg#a)' filter='url(//evil.invalid/f)' clip-path=\"url('https://evil.invalid/c')\"/></svg>",
  "<label for='reading-size' role='alert'>label</label><table bgcolor='red'><td>cell</table>",
  "<svg><style>@import 'https://evil.invalid/a.css'</style><script>hit()</script></svg>",
  "<math><mi xlink:href='javascript:hit()'>x</mi><annotation-xml encoding='text/html'><img src=x onerror=hit()></annotation-xml></math>",
  "<math href='javascript:hit()'>click</math>",
  "<math><mtext><table><mglyph><style><img src=x onerror=hit()></style></mglyph></table></mtext></math>",
  "<form action='https://evil.invalid'><input name=attributes><button formaction='javascript:hit()'>go</button></form>",
  "<iframe src='https://evil.invalid'></iframe><iframe srcdoc='<script>hit()</script>'></iframe>",
  "<object data='https://evil.invalid/x.swf'></object><embed src='https://evil.invalid/x.swf'>",
  "<a href='javascript:hit()'>a</a><a href=' java\nscript:hit()'>b</a><a href='data:text/html,<script>hit()</script>'>c</a>",
  "<a href='vbscript:hit()'>d</a><a href='blob:https://x/1'>e</a><a href='/relative'>f</a>",
  "<p style='background:url(https://evil.invalid/s.png)'>styled</p><style>p{background:url(https://evil.invalid/t.png)}</style>",
  "<img src='https://evil.invalid/pixel.gif' width=1 height=1><img srcset='https://evil.invalid/b.png 2x' src='//evil.invalid/c.png'>",
  "<img src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9aGl0KCk+'>",
  "<video src='https://evil.invalid/v.mp4' poster='https://evil.invalid/p.png'><source src='https://evil.invalid/w.mp4'></video>",
  "<audio src='https://evil.invalid/a.mp3' autoplay></audio><picture><source srcset='https://evil.invalid/q.png'><img></picture>",
  "<base href='https://evil.invalid/'><link rel=stylesheet href='https://evil.invalid/l.css'><meta http-equiv=refresh content='0;url=https://evil.invalid'>",
  "<body background='https://evil.invalid/bg.png' onload=hit()><table background='https://evil.invalid/t.png'><td>cell",
  "<div id=app name=cookie popover tabindex=1 autofocus contenteditable onfocus=hit()>named</div>",
  "<template><img src=x onerror=hit()></template><noscript><p title='</noscript><img src=x onerror=hit()>'></noscript>",
  "<details open ontoggle=hit()>d</details><marquee onstart=hit()>m</marquee><dialog open onclose=hit()>g</dialog>",
  "<a href='https://ok.invalid' target=_top ping='https://evil.invalid/ping'>out</a>",
];

/** What is left of an element's attributes that could do harm; an empty list is what one hopes for. */
function harm(root: ParentNode): string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll("*")) {
    if (
      /^(?:script|style|iframe|object|embed|form|input|base|link|meta|use|image|video|audio|source|template|animate|set)$/i.test(
        element.localName,
      )
    ) {
      found.push(`<${element.localName}>`);
    }
    for (const { name, value } of element.attributes) {
      if (name === "class" && /^(?:code|pre)$/.test(element.localName) && /^language-[a-z0-9+#-]{1,20}$/.test(value))
        continue;
      if (/^on/i.test(name)) found.push(`${name}=${value}`);
      if (
        /^(?:style|class|srcset|ping|background|poster|action|formaction|popover|tabindex|autofocus|contenteditable|for|role|bgcolor)$/i.test(
          name,
        )
      )
        found.push(`${name}=${value}`);
      if (/^(?:src|href|xlink:href)$/i.test(name)) {
        const ours = /^(?:#|https?:|mailto:|tel:)/.test(value) && element.localName === "a";
        const inline = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,/.test(value) && element.localName === "img";
        if (!ours && !inline) found.push(`${name}=${value}`);
      }
      if (/url\(/i.test(value) && !/^url\(#user-content-[\w.-]+\)$/.test(value)) found.push(`${name}=${value}`);
      if (/^(?:id|name)$/.test(name) && !value.startsWith("user-content-")) found.push(`${name}=${value}`);
    }
  }
  return found;
}

test.each(poison)("nothing harmful is left of %s", (markup) => {
  expect(harm(sanitizeToFragment(`<p>before</p>${markup}<p>after</p>`))).toEqual([]);
});

test.each(poison)("nothing runs and nothing is asked for when it is shown: %s", async (markup) => {
  let hits = 0;
  Object.assign(window, { hit: () => hits++ });
  const asked = performance.getEntriesByType("resource").length;
  const holder = document.createElement("div");
  holder.append(sanitizeToFragment(markup));
  document.body.append(holder);
  await new Promise((resolve) => setTimeout(resolve, 20));
  holder.remove();
  expect(hits).toBe(0);
  const later = performance.getEntriesByType("resource").slice(asked);
  expect(later.filter(({ name }) => name.includes("evil.invalid"))).toEqual([]);
});

test("cleaning what is clean changes nothing, so the sink may clean again", () => {
  for (const markup of [
    ...poison,
    "<h2 id='s1'>节</h2><p><a href='#s1'>上</a><img alt='图' src='https://a.invalid/1.png'></p>",
  ]) {
    const once = sanitizeToHtml(markup);
    expect(sanitizeToHtml(once)).toBe(once);
  }
});

test("no random nesting of poison leaves anything harmful", () => {
  const wrap = fc.constantFrom(
    "<svg>",
    "<math>",
    "<table>",
    "<p>",
    "<select>",
    "<style>",
    "<!--",
    "<![CDATA[",
    "<noscript>",
    "<mtext>",
    "</p>",
    "-->",
    "</style>",
    "</svg>",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(wrap, fc.constantFrom(...poison)), { maxLength: 8 }), (pieces) => {
      expect(harm(sanitizeToFragment(pieces.join("")))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("links within the article meet their targets, links out are kept at arm's length", () => {
  const fragment = sanitizeToFragment(
    "<p id='n1'>注</p><a href='#n1'>1</a><a href='https://example.com/'>out</a><a href='mailto:a@b.c'>m</a>",
  );
  const [inside, out, mail] = fragment.querySelectorAll("a");
  expect(inside?.getAttribute("href")).toBe(`#${fragment.querySelector("p")?.id}`);
  expect(out?.rel).toBe("noopener noreferrer nofollow");
  expect(out?.referrerPolicy).toBe("no-referrer");
  expect(mail?.getAttribute("href")).toBe("mailto:a@b.c");
});

test("code says its language, and nothing else keeps a class or says more in it", () => {
  const classes = (markup: string) =>
    [...sanitizeToFragment(markup).querySelectorAll("*")].map((element) => element.getAttribute("class"));
  expect(classes('<pre class="language-js"><code class="hljs language-c++ sheet">x</code></pre>')).toEqual([
    "language-js",
    "language-c++",
  ]);
  for (const name of [
    "language-",
    "language-JS",
    "language-a_b",
    "xlanguage-js",
    `language-${"a".repeat(21)}`,
    "sheet",
  ])
    expect(classes(`<code class="${name}">x</code>`), name).toEqual([null]);
  expect(classes('<p class="language-js">x</p><div class="language-js">y</div>')).toEqual([null, null]);
});

test("a drawing keeps its own gradients", () => {
  const fragment = sanitizeToFragment(
    "<svg><linearGradient id='g'></linearGradient><rect fill='url(#g)'></rect></svg>",
  );
  expect(fragment.querySelector("rect")?.getAttribute("fill")).toBe(
    `url(#${fragment.querySelector("linearGradient")?.id})`,
  );
});

test("a picture on the web is remembered but has nothing to ask for; a picture in the page stays", () => {
  const png = "data:image/png;base64,iVBORw0KGgo=";
  const fragment = sanitizeToFragment(`<img src="https://a.invalid/1.jpg" alt="码头" width="600"><img src="${png}">`);
  const [remote, inline] = fragment.querySelectorAll("img");
  expect(remote?.hasAttribute("src")).toBe(false);
  expect(remote?.dataset.remoteSrc).toBe("https://a.invalid/1.jpg");
  expect(remote?.alt).toBe("码头");
  expect(remote?.getAttribute("width")).toBe("600");
  expect(inline?.getAttribute("src")).toBe(png);
});

test("the words of forms, buttons and frames' neighbours are all still there", () => {
  const fragment = sanitizeToFragment(
    "<form><p>一</p><button>二</button><label>三</label></form><iframe src=x></iframe><p>四</p>",
  );
  expect(fragment.textContent).toBe("一二三四");
});

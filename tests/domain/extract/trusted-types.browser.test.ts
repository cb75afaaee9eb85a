import { expect, test } from "vitest";
import { extract } from "#domain/extract/extract.ts";

test("pages are read where the browser lets no plain text become markup", () => {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "require-trusted-types-for 'script'; trusted-types liuye-parse; base-uri 'none'";
  document.head.append(policy);
  expect(() => new DOMParser().parseFromString("<p>a</p>", "text/html")).toThrow(TypeError);
  // Short enough for Readability to try again and again, with a picture only scripts would show.
  const html = `<div><p class="byline">林溪</p><p>山里的雾散得慢，太阳出来以后，我们才看见对面的村子。</p><img src="data:image/gif;base64,AA"><noscript><img src="https://example.org/fog.jpg"></noscript><p>那里的人说，今年的收成比去年好。</p></div>`;
  const found = extract(html);
  // Only Readability reads a byline from a class: it must not have given up.
  expect(found.byline).toBe("林溪");
  expect(found.textContent).toContain("今年的收成比去年好");
  expect(found.contentHtml).toContain("https://example.org/fog.jpg");
});

import type { ParsedPage } from "./parsed-page.ts";
import { namesIn } from "./places.ts";

/** Makes words of links to places in the page that the article does not have. */
export function dropDeadLinks({ body }: ParsedPage): void {
  const places = new Set([...body.querySelectorAll("[id]")].map(({ id }) => id));
  for (const link of body.querySelectorAll('a[href^="#"]')) {
    if (namesIn(link).some((name) => places.has(name))) continue;
    if (link.id === "") link.replaceWith(...link.childNodes);
    else link.removeAttribute("href");
  }
}

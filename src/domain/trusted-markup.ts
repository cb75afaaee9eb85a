type Policy = { createHTML: (html: string) => string };
type PolicyFactory = { createPolicy: (name: string, rules: Policy) => Policy };
let policy: Policy | undefined;

/** Markup for a document that is never shown: what leaves it goes through the sanitiser, so the parser may have it as it is. */
export function trusted(html: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return html;
  policy ??= factory.createPolicy("liuye-parse", { createHTML: (markup) => markup });
  return policy.createHTML(html);
}

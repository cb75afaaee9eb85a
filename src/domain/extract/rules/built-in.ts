import type { SiteRule } from "./site-rule.ts";

/** The rules that ship with Liuye, one file a family; a new file here is a new rule. */
export const builtInRules: readonly SiteRule[] = Object.values(
  import.meta.glob<SiteRule>("./*.json", { eager: true, import: "default" }),
);

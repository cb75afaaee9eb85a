import type { Step } from "#domain/extract/parsed-page.ts";
import { steps } from "#domain/extract/steps.ts";
import { ownRules } from "./own-rules.ts";

/** The steps of extraction with the reader's own rules and then ours; without any where they cannot be fetched. */
export async function stepsWithRules(): Promise<readonly Step[]> {
  try {
    const [{ withRules }, { builtInRules }, { checkRule }] = await Promise.all([
      import("#domain/extract/rules/with-rules.ts"),
      import("#domain/extract/rules/built-in.ts"),
      import("#domain/extract/rules/check-rule.ts"),
    ]);
    // Checked again: what a browser took for a selector once, another may not.
    const own = ownRules().filter((rule) => "rule" in checkRule(JSON.stringify(rule), document));
    return withRules(steps, [...own, ...builtInRules]);
  } catch (error) {
    reportError(error); // rules only sharpen: a page is read without them too
    return steps;
  }
}

import { pageKinds, type SiteRule } from "./site-rule.ts";

/** What is wrong with a rule, for a screen to say in one sentence; `at` is the place in it, `pages.0.body`. */
export type RuleFault = {
  code: "not-json" | "missing" | "unknown" | "wrong" | "host" | "selector" | "kind" | "too-long";
  at: string;
};

/** A rule longer than this is no rule. */
const longestRule = 20_000;
const longestText = 300;
const mostInList = 60;

type Check = (value: unknown, at: string) => RuleFault | undefined;

/**
 * Takes a rule as JSON text, and gives it back typed or says the first thing that is wrong with it. Selectors are tried on
 * `probe`, any node of a document.
 */
export function checkRule(json: string, probe: ParentNode): { rule: SiteRule } | { fault: RuleFault } {
  if (json.length > longestRule) return { fault: { code: "too-long", at: "" } };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { fault: { code: "not-json", at: "" } };
  }
  const fault = ruleCheck(probe)(value, "");
  return fault ? { fault } : { rule: value as SiteRule };
}

function ruleCheck(probe: ParentNode): Check {
  const selector = selectorCheck(probe);
  const choice = oneOrMany(choiceCheck(selector));
  const fields = { title: choice, author: choice };
  const posts = object(
    { ...fields, item: selector, body: choice, time: choice, level: choice },
    ({ body, title }) => (body || title ? undefined : "body"),
    ["item"],
  );
  const rows = object({ row: selector, name: selector, value: selector }, undefined, ["row", "name", "value"]);
  const page = object(
    {
      ...fields,
      kind: (value, at) => (pageKinds.some((kind) => kind === value) ? undefined : { code: "kind", at }),
      when: selector,
      untitled: (value, at) => (typeof value === "boolean" ? undefined : { code: "wrong", at }),
      body: choice,
      authors: choice,
      source: choice,
      published: choice,
      modified: choice,
      drop: list(selector),
      unhide: list(selector),
      lazy: matching(/^[\w-]{1,40}$/),
      scriptDate: list(matching(/^[\w.$-]{1,40}$/)),
      zone: matching(/^(?:Z|[+-]\d{2}:\d{2})$/),
      posts,
      rows,
    },
    (rule) => (Object.keys(rule).some((key) => !["kind", "when", "zone"].includes(key)) ? undefined : "body"),
    ["kind"],
  );
  return object(
    {
      name: matching(/\S/),
      hosts: list(hostCheck),
      marks: list(selector),
      site: matching(/\S/),
      pages: list(page, 1),
    },
    ({ hosts, marks }) => ([hosts, marks].flat().some(Boolean) ? undefined : "hosts"),
    ["name", "hosts", "pages"],
  );
}

function object(
  checks: Record<string, Check>,
  missing: ((value: Record<string, unknown>) => string | undefined) | undefined,
  needed: readonly string[],
): Check {
  return (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return { code: "wrong", at };
    const record = value as Record<string, unknown>;
    const place = (key: string) => (at === "" ? key : `${at}.${key}`);
    const absent = needed.find((key) => !Object.hasOwn(record, key));
    if (absent) return { code: "missing", at: place(absent) };
    for (const [key, part] of Object.entries(record)) {
      const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
      const fault = check ? check(part, place(key)) : ({ code: "unknown", at: place(key) } as const);
      if (fault) return fault;
    }
    const lacking = missing?.(record);
    return lacking ? { code: "missing", at: place(lacking) } : undefined;
  };
}

function list(check: Check, least = 0): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return { code: "wrong", at };
    if (value.length > mostInList) return { code: "too-long", at };
    if (value.length < least) return { code: "missing", at };
    return value.map((part, place) => check(part, `${at}.${place}`)).find((fault) => fault !== undefined);
  };
}

function oneOrMany(check: Check): Check {
  return (value, at) => (Array.isArray(value) ? list(check, 1)(value, at) : check(value, at));
}

function matching(pattern: RegExp): Check {
  return (value, at) => {
    if (typeof value !== "string" || !pattern.test(value)) return { code: "wrong", at };
    return value.length > longestText ? { code: "too-long", at } : undefined;
  };
}

const hostCheck: Check = (value, at) =>
  typeof value === "string" && /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(value)
    ? undefined
    : { code: "host", at };

function selectorCheck(probe: ParentNode): Check {
  return (value, at) => {
    if (typeof value !== "string" || value.trim() === "") return { code: "wrong", at };
    if (value.length > longestText) return { code: "too-long", at };
    try {
      probe.querySelector(value);
      return undefined;
    } catch {
      return { code: "selector", at };
    }
  };
}

/** A selector, or one with the name of an attribute behind it, or the attribute of the element itself. */
function choiceCheck(selector: Check): Check {
  return (value, at) => {
    if (typeof value !== "string") return { code: "wrong", at };
    const plain = /^(.*?)@[\w:-]+$/s.exec(value)?.[1];
    return plain === "" ? undefined : selector(plain ?? value, at);
  };
}

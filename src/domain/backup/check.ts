// Small checks that rows are put together from. Each gives a clean copy of a value, or undefined for one that is refused.

export type Check<Value> = (value: unknown) => Value | undefined;

/** A field of a row: a bad one that must be there refuses the row, a bad one that may be there is left out. */
type Need<Value> = { check: Check<Value>; isNeeded: true };
type May<Value> = { check: Check<Value>; isNeeded: false };

/** A check for every field of a row, whatever it is called: a field that is added to the type and not here does not compile. */
type Fields<Row> = {
  [Name in keyof Row]-?: object extends Pick<Row, Name> ? May<Exclude<Row[Name], undefined>> : Need<Row[Name]>;
};

export const need = <Value>(check: Check<Value>): Need<Value> => ({ check, isNeeded: true });
export const may = <Value>(check: Check<Value>): May<Value> => ({ check, isNeeded: false });

/** A row of known fields; any other key is dropped. */
export function row<Row extends object>(fields: Fields<Row>): Check<Row> {
  const known = Object.entries(fields) as [string, Need<unknown> | May<unknown>][];
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const clean: [string, unknown][] = [];
    for (const [name, { check, isNeeded }] of known) {
      const found = Object.hasOwn(value, name) ? check((value as Record<string, unknown>)[name]) : undefined;
      if (found !== undefined) clean.push([name, found]);
      else if (isNeeded) return undefined;
    }
    return Object.fromEntries(clean) as Row;
  };
}

/** A list of at most so many, each of which is good. */
export function list<Value>(check: Check<Value>, most: number): Check<Value[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const clean = value.map(check);
    return clean.every((one) => one !== undefined) ? (clean as Value[]) : undefined;
  };
}

export function text(most: number): Check<string> {
  return (value) => (typeof value === "string" && value.length <= most ? value : undefined);
}

export function matching(pattern: RegExp): Check<string> {
  return (value) => (typeof value === "string" && pattern.test(value) ? value : undefined);
}

export function oneOf<const Value extends string>(...values: readonly Value[]): Check<Value> {
  return (value) => values.find((one) => one === value);
}

export function between(least: number, most: number): Check<number> {
  return (value) => (typeof value === "number" && value >= least && value <= most ? value : undefined);
}

export const isTrue: Check<true> = (value) => (value === true ? true : undefined);

/** The last moment a date can say (ECMAScript), in milliseconds since 1970. */
export const time = between(0, 8.64e15);

export const amount = between(0, Number.MAX_SAFE_INTEGER);

/** An address on the web as it stands, when it is one. */
export const webAddress: Check<string> = (value) =>
  typeof value === "string" && value.length <= longestAddress && /^https?:\/\//i.test(value) && URL.canParse(value)
    ? value
    : undefined;

/** No browser opens longer ones, but a page may have been kept by one. */
const longestAddress = 65_536;

/** Some of these names, each with a value. */
export function some<Name extends string, Value>(
  names: readonly Name[],
  check: Check<Value>,
): Check<Partial<Record<Name, Value>>> {
  return (value) => {
    if (typeof value !== "object" || value === null) return undefined;
    const clean = names.flatMap((name) => {
      const found = Object.hasOwn(value, name) ? check((value as Record<string, unknown>)[name]) : undefined;
      return found === undefined ? [] : [[name, found] as const];
    });
    return Object.fromEntries(clean) as Partial<Record<Name, Value>>;
  };
}

import { codeOf, type ErrorCode } from "#domain/errors.ts";

/** The code of what went wrong while capturing; what nobody foresaw is reported too. */
export function failureOf(error: unknown): ErrorCode {
  const code = codeOf(error);
  if (code === "unknown") reportError(error);
  return code;
}

/** Everything that can go wrong between a reader and a page, as codes; only the screens turn them into words. */
export type ErrorCode =
  | "archive-damaged"
  | "archive-hostile"
  | "archive-locked"
  | "clipboard-empty"
  | "clipboard-refused"
  | "file-empty"
  | "file-too-large"
  | "file-unreadable"
  | "format-unknown"
  | "link-refused"
  | "not-text"
  | "nothing-to-read"
  | "page-too-complex"
  | "storage-failed"
  | "storage-full"
  | "unknown";

/** An error that carries a code a screen has words for. */
export class LiuyeError extends Error {
  override name = "LiuyeError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** The code of any caught value: its own when it is ours, `unknown` for the rest. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof LiuyeError ? error.code : "unknown";
}

/** Everything that can go wrong between a reader and a page, as codes; only the screens turn them into words. */
export type ErrorCode =
  | "archive-damaged"
  | "archive-hostile"
  | "archive-locked"
  | "archive-outside"
  | "archive-too-large"
  | "archive-too-many"
  | "clipboard-empty"
  | "clipboard-refused"
  | "file-empty"
  | "file-too-large"
  | "file-unreadable"
  | "format-unknown"
  | "is-export"
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

/** The code of any caught value: its own when it is ours, also after it crossed from another thread; `unknown` for the rest. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof LiuyeError) return error.code;
  // Between threads an error keeps its name and its message, which is the code.
  return error instanceof Error && error.name === "LiuyeError" ? (error.message as ErrorCode) : "unknown";
}

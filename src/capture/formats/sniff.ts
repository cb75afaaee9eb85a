import { isKnownBinary } from "#domain/text/known-binary.ts";
import { utf16In } from "#domain/text/utf16.ts";

/** The formats a file can be read in. */
export type Format = "html" | "text" | "markdown" | "mhtml" | "webarchive" | "epub" | "zip";

const headLength = 4096;
/** Where an archive's directory is looked for: enough for some thousand names. */
const tailLength = 256 * 1024;

const html = /^<(?:!doctype\s+html|html|head|body|meta|title)\b/i;
const propertyList = /^\s*<\?xml[^>]*>\s*<!DOCTYPE\s+plist\b/i;
const mail = /^(?:from: *<?saved by|content-type:\s*multipart\/(?:related|alternative|mixed)\b)/im;
const names: readonly (readonly [pattern: RegExp, format: Format])[] = [
  [/\.x?html?$/i, "html"],
  [/\.(?:md|markdown|mdown|mkd)$/i, "markdown"],
  [/\.(?:mht|mhtml)$/i, "mhtml"],
];

/** What a file is: by what it holds, and only where that says nothing by its name. Undefined for no format of ours. */
export function sniffFormat(name: string, bytes: Uint8Array): Format | undefined {
  const start = latin(bytes.subarray(0, headLength));
  if (start.startsWith("bplist0")) return "webarchive";
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return isEpub(start, bytes) ? "epub" : "zip";
  const isUtf16 = utf16In(bytes) !== undefined;
  const head = isUtf16
    ? start.replaceAll("\0", "").replace(/^(?:\xff\xfe|\xfe\xff)/, "")
    : start.replace(/^\xef\xbb\xbf/, "");
  if (isBinary(head, isUtf16)) return undefined;
  if (html.test(afterComments(head))) return "html";
  if (propertyList.test(head)) return "webarchive";
  if (isMail(head)) return "mhtml";
  return names.find(([pattern]) => pattern.test(name))?.[1] ?? "text";
}

/** The specification wants `mimetype` first and unpacked (EPUB OCF 3.3 §4.3.3); books zipped by hand have a container all the same. */
function isEpub(start: string, bytes: Uint8Array): boolean {
  if (start.slice(30, 58) === "mimetypeapplication/epub+zip") return true;
  return latin(bytes.subarray(-tailLength)).includes("META-INF/container.xml");
}

/** What stands after the comments browsers put above a page they save; a pattern for several could be made to hang. */
function afterComments(head: string): string {
  let rest = head.replace(/^\s*<\?xml[^>]*>/, "").trimStart();
  while (rest.startsWith("<!--") && rest.includes("-->")) rest = rest.slice(rest.indexOf("-->") + 3).trimStart();
  return rest;
}

/** Mail headers from the first line on, among them one that tells of a page with its parts. */
function isMail(head: string): boolean {
  const headers = head.trimStart().split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? "";
  return /^[\w-]+:[ \t]/.test(headers) && mail.test(headers);
}

/** Text has no control characters but blanks and escapes; in UTF-16 half a character may look like one. */
function isBinary(head: string, isUtf16: boolean): boolean {
  if (isKnownBinary(head)) return true;
  let strange = 0;
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b) strange++;
  }
  return !isUtf16 && strange > head.length / 100;
}

function latin(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

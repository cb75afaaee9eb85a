const headLength = 4096;
const charset = /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/i;
const xml = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w:.-]{2,40})/i;

/** The encoding a page's first bytes declare, under the name decoders know; comments do not count. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  let head = "";
  for (const byte of bytes.subarray(0, headLength)) head += String.fromCharCode(byte);
  const visible = withoutComments(head);
  const label = xml.exec(visible)?.[1] ?? charset.exec(visible)?.[1];
  if (!label) return undefined;
  try {
    const encoding = new TextDecoder(label).encoding;
    if (encoding === "gbk") return "gb18030";
    // Whoever reads "utf-16" in plain bytes knows that it is not true.
    return encoding.startsWith("utf-16") ? undefined : encoding;
  } catch {
    return undefined;
  }
}

function withoutComments(head: string): string {
  let visible = "";
  let from = 0;
  for (;;) {
    const open = head.indexOf("<!--", from);
    if (open < 0) return visible + head.slice(from);
    visible += head.slice(from, open);
    const close = head.indexOf("-->", open + 4);
    if (close < 0) return visible;
    from = close + 3;
  }
}

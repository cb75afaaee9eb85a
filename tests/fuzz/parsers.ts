/** The parsers, each with what it is fed with in turn: the names of targets. Its time is shared between them. */
export const parsers: Readonly<Record<string, readonly string[]>> = {
  HTML: ["HTML", "HTML, whole", "sanitiser"],
  MHTML: ["MHTML"],
  "web archive": ["web archive"],
  EPUB: ["EPUB", "own book"],
  ZIP: ["ZIP"],
  CSV: ["CSV"],
  JSON: ["JSON", "exported"],
  Markdown: ["Markdown", "own Markdown"],
  query: ["query"],
  backup: ["backup", "backup archive"],
  others: ["text", "bytes", "moving house", "site rule", "address and share", "message"],
};

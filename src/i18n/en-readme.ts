/** What a backup says of itself to whoever finds it, in English. */
export const readme = `This is a backup of Liuye, a reader that keeps web pages on one's own device.

TO READ THE ARTICLES you need no program but a browser: unpack the file and open index.html.
  index.html    the list of all articles
  articles/     each article as a page, with the reader's highlights and notes at its end
  pictures/     the pictures; each is named by the SHA-256 of its bytes
  originals/    the pages as they came from the web, compressed with gzip

TO RESTORE, open Liuye, go to Me, Backup, and choose this file. It is checked first, and nothing is
replaced: what is there and what is in here are joined.

FOR PROGRAMS. The whole truth is in data/: each file is gzip over JSON Lines (UTF-8, one row a line).
A part NNNN has up to 500 articles and everything that belongs to them:
  articles     what is known of an article: id, title, address, tags, dates (milliseconds since 1970)
  contents     its body: clean HTML, and the same as text; an img names its picture in data-picture
  places       where the reader was: characters before the first on screen, and the share read (0 to 1)
  originals    which file in originals/ is the page it was made of
  pictures     type and size of pictures; the bytes are in pictures/
  highlights   passages: the words, 32 characters around them, their position in the text, colour, note
  notes        the reader's words about an article
  versions     earlier texts of an article whose page changed
and by themselves:
  tags, readings (visits that counted), tombstones (what was deleted, and when), settings
manifest.json, the last entry, has the version of this format (1) and of the schema, the number of
rows of each table, and name, length and SHA-256 of every other entry.
`;

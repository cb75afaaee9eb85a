/** Full-width forms stand this far from their ASCII twins (Unicode block FF00). */
const fullWidthShift = 0xfee0;

/**
 * Text as search sees it: lower case, full-width letters and digits as plain ones.
 * Every character keeps its position, so that a hit in the folded text is a hit in the text itself.
 */
export function fold(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - fullWidthShift))
    .replace(/[\u3000\u00A0\t\n\r]/g, " ")
    .replace(/\u0130/g, "I") // the one letter whose lower case is two characters long
    .toLowerCase();
}

import { headlinePieces } from "#domain/text/headline.ts";
import "./headline.css";

/** A title that breaks only between words; the element around it says of which level it is. */
export function Headline({ title, lang }: { title: string; lang: string }) {
  return (
    <span class="headline" lang={lang}>
      {headlinePieces(title, lang).flatMap((piece, index) => (index > 0 ? [<wbr key={index} />, piece] : piece))}
    </span>
  );
}

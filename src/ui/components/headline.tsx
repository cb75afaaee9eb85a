import { Fragment } from "preact";
import { headlinePieces } from "#domain/text/headline.ts";
import "./headline.css";

/** A title that breaks only between words; the element around it says of which level it is. */
export function Headline({ title, lang }: { title: string; lang: string }) {
  return (
    <span class="headline" lang={lang}>
      {headlinePieces(title, lang).map((piece, index) => (
        <Fragment key={`${index}${piece}`}>
          {index > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </span>
  );
}

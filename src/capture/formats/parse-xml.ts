import { parseHtml } from "#domain/extract/parse-html.ts";

/** Elements that are empty in HTML by themselves; an end tag would make a second one of some. */
const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
const emptyTag = /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/>/g;

/**
 * Parses XML with the HTML parser, which forgives what an XML parser would refuse a whole chapter for.
 * Its one blindness is the closed empty tag: `<a id="x"/>` would stay open, so those are written out.
 */
export function parseXml(xml: string): Document {
  return parseHtml(
    xml.replace(emptyTag, (tag, name: string, attributes: string) =>
      voids.test(name) ? tag : `<${name}${attributes}></${name}>`,
    ),
  );
}

/** Every element of this name below, whatever its prefix. */
export function elementsNamed(root: Document | Element, name: string): Element[] {
  return [...root.getElementsByTagName("*")].filter(
    ({ localName }) => localName.slice(localName.indexOf(":") + 1).toLowerCase() === name,
  );
}

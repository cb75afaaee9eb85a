/** What answers to a name of its own as a property of its document or form (HTML standard, named access). */
const named = "form, img, embed, object, iframe, input, button, select, textarea, fieldset, output";

/** What a browser shows as an element's own words, in a tree beside it. */
const shadowTree = "template[shadowrootmode], template[shadowroot]";

/**
 * Makes a parsed page safe to walk: takes away the names that would stand in the way of a document's or form's own
 * properties (a field called `parentNode` sends every walk up the tree round for ever), and puts declared shadow trees
 * where their words are seen.
 */
export function disarm(document: Document): void {
  // By the prototypes, as long as a name may stand in the way.
  for (const element of Document.prototype.querySelectorAll.call(document, named)) {
    for (const name of ["id", "name"]) {
      const value = Element.prototype.getAttribute.call(element, name);
      if (value && (value in HTMLFormElement.prototype || value in Document.prototype))
        Element.prototype.removeAttribute.call(element, name);
    }
  }
  openShadows(document);
}

function openShadows(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>(shadowTree)) {
    openShadows(template.content);
    template.replaceWith(template.content);
  }
}

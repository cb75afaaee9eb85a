import { convertMapped, type ShownMap, toShown, toStored } from "#domain/text/shown-map.ts";

/** What is kept of the texts that are shown in another script, and how places in the two belong together. */
const converted = new WeakMap<Text, { stored: string; map: ShownMap }>();

/** Shows a text in another script; nothing else may change the node's words afterwards. */
export function showAs(node: Text, convert: (text: string) => string): void {
  const stored = keptText(node);
  const { shown, map } = convertMapped(stored, convert);
  if (shown === node.data) return;
  node.data = shown;
  converted.set(node, { stored, map });
}

/** The words of a text as they are kept. */
export function keptText(node: Text): string {
  return converted.get(node)?.stored ?? node.data;
}

/** Where a character of the kept words stands in the node. */
export function shownIndex(node: Text, index: number): number {
  return toShown(converted.get(node)?.map ?? [], index);
}

/** Which character of the kept words stands at a place of the node. */
export function storedIndex(node: Text, index: number): number {
  return toStored(converted.get(node)?.map ?? [], index);
}

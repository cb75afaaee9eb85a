/** Where a list was left: the first row on screen, and how many pixels of it were above the edge. */
export type ListPlace = { id: string; above: number };

const places = new Map<string, ListPlace>(Object.entries(recall()));

addEventListener("pagehide", () => {
  try {
    sessionStorage.setItem("liuye:list-places", JSON.stringify(Object.fromEntries(places)));
  } catch {
    // storage is switched off: a reload begins at the top
  }
});

/** Where the reader left a list in this tab, by its address. */
export function placeInList(list: string): ListPlace | undefined {
  return places.get(list);
}

/** Remembers it; at the top there is nothing to remember. */
export function keepPlaceInList(list: string, place: ListPlace | undefined): void {
  if (place) places.set(list, place);
  else places.delete(list);
}

function recall(): Record<string, ListPlace> {
  try {
    return JSON.parse(sessionStorage.getItem("liuye:list-places") ?? "{}");
  } catch {
    return {};
  }
}

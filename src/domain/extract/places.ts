const mostMoves = 8;

/** The places a page's own links lead to, on their way from the page to the blocks that will hold them. */
export class Places {
  #wanted: Set<string>;
  /** Passed, and waiting for the next words or block. */
  #pending: string[] = [];
  /** Several places in one are known by the name of the first. */
  #moved = new Map<string, string>();

  constructor(body: Element) {
    this.#wanted = new Set([...body.querySelectorAll('a[href^="#"]')].flatMap(namesIn));
  }

  get arePending(): boolean {
    return this.#pending.length > 0;
  }

  /** Takes note of an element that will not be there itself; whether any link leads to it. */
  pass(element: Element): boolean {
    const names = [element.id, element.getAttribute("name") ?? ""].filter((name) => this.#wanted.delete(name));
    this.#pending.push(...names);
    return names.length > 0;
  }

  /** Makes one element the place of all that were passed since the last. */
  settle(element: Element): void {
    for (const name of this.#pending.splice(0)) this.#give(name, element);
  }

  /** One element takes the place of another. */
  move(from: Element, to: Element): void {
    if (from.id !== "") this.#give(from.id, to);
  }

  /** Leads the links to where their places are now. */
  lead(body: Element): void {
    const last = body.lastElementChild;
    if (last) this.settle(last);
    for (const link of body.querySelectorAll('a[href^="#"]')) {
      const name = namesIn(link).find((candidate) => this.#moved.has(candidate));
      if (name !== undefined) link.setAttribute("href", `#${this.#placeOf(name)}`);
    }
  }

  #give(name: string, element: Element): void {
    if (element.id === "") element.id = name;
    else if (element.id !== name) this.#moved.set(name, element.id);
  }

  #placeOf(name: string): string {
    let place = name;
    // A page that gives one name twice could lead in a circle.
    for (let hops = 0; hops < mostMoves; hops++) place = this.#moved.get(place) ?? place;
    return place;
  }
}

/** The name a link in its own page leads to, as it stands and decoded, as browsers look for it. */
export function namesIn(link: Element): string[] {
  const name = (link.getAttribute("href") ?? "").slice(1);
  try {
    return name === "" ? [] : [name, decodeURIComponent(name)];
  } catch {
    return [name];
  }
}

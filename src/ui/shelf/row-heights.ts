/** Where the rows of a long list stand, in CSS pixels: those seen as they were measured, the others as an average would be. */
export class RowHeights {
  private readonly measured = new Map<string, number>();
  private readonly usual: number;
  private ids: readonly string[] = [];
  private heights = new Float32Array();
  private tops = new Float64Array(1);
  private settled = 0;

  /** `usual` is the height of a row before it was drawn. */
  constructor(usual: number) {
    this.usual = usual;
  }

  /** The rows there are from now on, in order. */
  setOrder(ids: readonly string[]): void {
    this.ids = ids;
    this.heights = new Float32Array(ids.length).fill(this.usual);
    if (this.measured.size > 0)
      for (let at = 0; at < ids.length; at++) this.heights[at] = this.measured.get(ids[at] ?? "") ?? this.usual;
    this.tops = new Float64Array(ids.length + 1);
    this.settled = 0;
  }

  /** Takes a row's height as drawn; true when it was thought to be another. */
  measure(index: number, height: number): boolean {
    const id = this.ids[index];
    if (id === undefined || height === 0 || this.heights[index] === Math.fround(height)) return false;
    this.measured.set(id, height);
    this.heights[index] = height;
    this.settled = Math.min(this.settled, index);
    return true;
  }

  /** Forgets what was measured, for a list of another width. */
  forget(): void {
    this.measured.clear();
    this.heights.fill(this.usual);
    this.settled = 0;
  }

  /** The top of a row, or the bottom of the last. */
  topOf(index: number): number {
    this.settle();
    return this.tops[Math.min(Math.max(index, 0), this.ids.length)] ?? 0;
  }

  get total(): number {
    return this.topOf(this.ids.length);
  }

  /** The row that covers a height of the list; the first or the last beyond its ends. */
  indexAt(height: number): number {
    this.settle();
    let low = 0;
    let high = this.ids.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.tops[middle] ?? 0) <= height) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }

  /** Adds up from the first row that changed: some ten thousand additions take less than a frame's hundredth. */
  private settle(): void {
    for (let index = this.settled; index < this.ids.length; index++)
      this.tops[index + 1] = (this.tops[index] ?? 0) + (this.heights[index] ?? 0);
    this.settled = this.ids.length;
  }
}

/** The reader's own drawings, of the same hand as `components/icon.tsx`, apart so that the first list does without them. */
const shapes = {
  contents: "M4.5 6h.01M8.5 6h11M4.5 12h.01M8.5 12h11M4.5 18h.01M8.5 18h11",
  voice: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11",
  share: "M12 15V4M8 7.5 12 3.5l4 4M6.5 11H5v9.5h14V11h-1.5",
  copy: "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4",
  enlarge: "M14 4.5h5.5V10M10 19.5H4.5V14M19.5 4.5 13.5 10.5M4.5 19.5l6-6",
  close: "m6 6 12 12M18 6 6 18",
  undo: "M9.5 14 4.5 9l5-5M4.5 9H14a5.5 5.5 0 0 1 0 11h-3.5",
  play: "M7 4.5v15l12-7.5z",
  pause: "M8 5v14M16 5v14",
  previous: "M18.5 5.5v13L8.5 12zM5.5 5.5v13",
  next: "M5.5 5.5v13l10-6.5zM18.5 5.5v13",
  larger: "M12 5v14M5 12h14",
  smaller: "M5 12h14",
  archive: "M4.5 9v10.5h15V9M3 4.5h18V9H3zM10 13h4",
  note: "M5 4.5h14v11l-4.5 4.5H5zM14.5 20v-4.5H19M8.5 9h7M8.5 12.5h4",
  onward: "m9.5 5 7 7-7 7",
} as const;

export type AidIconName = keyof typeof shapes;

/** What an icon draws. */
export function shapeOf(name: AidIconName): string {
  return shapes[name];
}

/** A picture for a control of the reader; the control carries the name. */
export function AidIcon({ name, filled = false }: { name: AidIconName; filled?: boolean }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill={filled ? "currentColor" : "none"}>
      <path d={shapes[name]} />
    </svg>
  );
}

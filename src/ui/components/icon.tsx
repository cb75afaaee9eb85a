/** Liuye's own set: a 24 px box, 1.6 px strokes, drawn in the text's colour. */
const shapes = {
  leaf: "M4.5 20.5C3.8 11 9.5 4.2 20 4c.3 9.8-5.4 15.6-13.4 14.3M4.5 20.5C6.5 15 10.2 11.2 14.6 9",
  shelf: "M4 4.5h4.2v15H4zM8.2 7.5h4.2v12H8.2zM13.6 8.2l3.9-1.1 3 11.3-3.9 1.1z",
  star: "m12 3.7 2.55 5.25 5.75.8-4.18 4 1.02 5.7L12 16.7l-5.14 2.75 1.02-5.7-4.18-4 5.75-.8z",
  plus: "M12 5v14M5 12h14",
  search: "m16 16 4.5 4.5M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0",
  me: "M12 12.3a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.3c.9-3.6 3.8-5.3 7.5-5.3s6.6 1.7 7.5 5.3",
  back: "m14.5 5-7 7 7 7",
  type: "m2.8 18.5 5-13 5 13M4.6 14h6.4M14.6 18.5l3.3-8 3.3 8M15.7 16h4.4",
  more: "M4.4 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M11.4 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M18.4 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0",
  clipboard: "M8.5 5.2H6V20h12V5.2h-2.5M9 3.7h6v3H9zM9 11.5h6M9 15.5h4",
  bookmark: "M7 4h10v16.5l-5-3.7-5 3.7z",
  file: "M6 3.5h8l4 4V20.5H6zM13.7 3.7V8H18M9 12.5h6M9 16.5h6",
  box: "M4.5 9v10.5h15V9M3 4.5h18V9H3zM10 13h4",
  trash: "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.9 13h9.2l.9-13M10.2 11v5.5M13.8 11v5.5",
  print: "M7 9V4h10v5M7 17H4V9.5h16V17h-3M7 14.5h10V20H7z",
  out: "M10 5H5v14h14v-5M13.5 4.5h6v6M19 5l-8.5 8.5",
  picture: "M4 5h16v14H4zM4.5 16.5 9 12l3.5 3.5 3-2.5 4 3.5M15.7 9.2h.01",
  close: "m6 6 12 12M18 6 6 18",
  info: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 11v5.5M12 7.8h.01",
  pencil: "m4.5 19.5 1-4.2L16.2 4.6l3.2 3.2L8.7 18.5zM13.7 7.1l3.2 3.2",
  again: "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4.5V9H15",
  scissors:
    "M8.2 8.2 19.5 18.5M8.2 15.8 19.5 5.5M6.3 9.4a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2M6.3 19.8a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2",
  pick: "M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5M9 9h6v6H9z",
  aloud: "M4 9.8v4.4h3.4L12 18V6L7.4 9.8zM15.3 9.2a4 4 0 0 1 0 5.6M17.9 6.6a7.6 7.6 0 0 1 0 10.8",
  filter: "M4 6.5h16M7 12h10M10 17.5h4",
  tag: "M3.5 11.8V4h7.8l9.2 9.2-7.8 7.8zM7.8 8.3h.01",
  checked: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M8 12.2l2.8 2.8 5.2-5.6",
  unchecked: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17",
  install: "M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19.5h14",
} as const;

export type IconName = keyof typeof shapes;

/** A picture for a control; it says nothing by itself, so the control carries the name. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill={filled ? "currentColor" : "none"}>
      <path d={shapes[name]} />
    </svg>
  );
}

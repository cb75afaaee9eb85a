/** What the chips above the results narrow a search to. */
export const chips = ["all", "title", "favourite", "note", "month"] as const;

export type Chip = (typeof chips)[number];

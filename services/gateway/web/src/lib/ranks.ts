/** How a rank differs from the one in the window before; null where there is no such window. */
export interface RankChange {
  how: "up" | "down" | "same" | "new";
  /** By how many ranks; 0 where it did not move. */
  by: number;
}

export function rankChange(rank: number, before: number | null, hasPrevious: boolean): RankChange | null {
  if (!hasPrevious) return null;
  if (before === null) return { how: "new", by: 0 };
  if (before === rank) return { how: "same", by: 0 };
  return before > rank ? { how: "up", by: before - rank } : { how: "down", by: rank - before };
}

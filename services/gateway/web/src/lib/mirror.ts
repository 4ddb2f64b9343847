/** What two people have of one thing, and how long its two bars are: the longest of all is 1. */
export interface Mirrored<T> {
  row: T;
  mine: number;
  theirs: number;
}

export function mirrored<T extends { ms_played: number; other_ms_played: number }>(rows: readonly T[]): Mirrored<T>[] {
  const longest = Math.max(1, ...rows.flatMap((row) => [row.ms_played, row.other_ms_played]));
  return rows.map((row) => ({ row, mine: row.ms_played / longest, theirs: row.other_ms_played / longest }));
}

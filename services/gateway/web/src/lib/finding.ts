/** What a heading says about a list: how many items took which part of the whole. */
export type Fraction = "quarter" | "third" | "half" | "twoThirds" | "threeQuarters";

const FRACTIONS: readonly [Fraction, number][] = [
  ["quarter", 1 / 4],
  ["third", 1 / 3],
  ["half", 1 / 2],
  ["twoThirds", 2 / 3],
  ["threeQuarters", 3 / 4],
];
const NEAR = 0.025;
const FEWEST = 10;
const NEARLY_ALL = 0.97;

/** The plain fraction next to `part`, when there is one near enough to be said. */
export function fraction(part: number): Fraction | null {
  return FRACTIONS.find(([, value]) => Math.abs(part - value) <= NEAR)?.[0] ?? null;
}

/** The part that the list takes of the whole; null when there is too little for a finding. */
export function listFinding(rows: readonly { share: number }[]): number | null {
  if (rows.length < FEWEST) return null;
  const part = rows.reduce((sum, row) => sum + row.share, 0);
  return part < NEARLY_ALL ? part : null;
}

import type { Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import type { Span } from "@/lib/windows";

/** One of two windows, and what it holds. */
export interface Side {
  span: Span;
  answer: Answer<Wrapped>;
}

/** The window that is shown, and the one that it is compared with. */
export type Sides = readonly [Side, Side];
export type Spans = readonly [Span, Span];

/** What each is marked by, the same in every part: the colour of bars, and that of the line across them. */
export const SWATCHES = ["col", "line-before"] as const;

/** Which of two windows is the later one: what is in it alone came, what is in the other alone went. */
export function laterOf([one, other]: Spans): 0 | 1 {
  return one.from >= other.from ? 0 : 1;
}

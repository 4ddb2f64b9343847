import type { Wrapped } from "@/api/wrapped";
import type { Span } from "@/lib/windows";

/** The first and the last day with a play; null while they are not known, or there is none. */
export function boundsOf(history: Wrapped | undefined): Span | null {
  if (!history?.from || !history.to || history.totals.plays === 0) return null;
  return { from: history.from, to: history.to };
}

import { today } from "./dates";
import { clock, dateOf, dayOf } from "./format";

/** When something goes on: the time in the reader's zone, and the day where it is not today. */
export interface Resumption {
  time: string;
  day: string | null;
}

/** `at` as it is told at `now`; null where nothing waits, or waits no longer. */
export function resumption(at: string | null | undefined, zone: string, locale: string, now: Date): Resumption | null {
  if (!at || new Date(at) <= now) return null;
  const day = dateOf(at, zone) === today(zone, now) ? null : dayOf(at, zone, locale);
  return { time: clock(at, zone, locale), day };
}

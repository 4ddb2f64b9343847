import type { Gap } from "@/api/accountTypes";
import { dateOf } from "./format";
import type { Span } from "./windows";

/** The gaps that touch the window, whose days are those of `zone`. */
export function gapsIn(gaps: readonly Gap[], window: Span, zone: string): Gap[] {
  return gaps.filter(({ from, to }) => dateOf(from, zone) <= window.to && dateOf(to, zone) >= window.from);
}

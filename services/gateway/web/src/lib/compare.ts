import { sameSpan, stepped, yearsLater, type Span } from "./windows";

/** What a window is most naturally compared with; a year is preceded by the same days a year earlier, which are said once. */
export function counterparts(span: Span): { before: Span; yearEarlier: Span | null } {
  const [before, yearEarlier] = [stepped(span, -1), yearsLater(span, -1)];
  return { before, yearEarlier: sameSpan(before, yearEarlier) ? null : yearEarlier };
}

/** What `next` is compared with, when `shown` was compared with `other`: the same relation if it was one, else the same days. */
export function follow(other: Span, shown: Span, next: Span): Span {
  if (sameSpan(other, stepped(shown, -1))) return stepped(next, -1);
  return sameSpan(other, yearsLater(shown, -1)) ? yearsLater(next, -1) : other;
}

/** Whether a history that begins on `since` (null while that is not known) does not hold all of these days: a comparison with them would say nothing. */
export function beginsAfter(since: string | null, { from }: Span): boolean {
  return since !== null && from < since;
}

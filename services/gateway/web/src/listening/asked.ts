import { isDate } from "@/lib/dates";
import { daysOfLast, LAST_WINDOW, readLast } from "@/lib/lastWindow";
import { recall } from "@/lib/remember";
import { lastTwelveMonths, mend, type Span } from "@/lib/windows";

/** What the query of an address asks for; without a window, what this person chose last in this browser. */
export function askedBy(query: string, me: string) {
  const search = new URLSearchParams(query);
  const span = spanIn(search, "from", "to");
  const person = search.get("person") || null;
  return {
    span,
    last: span ? null : readLast(recall(LAST_WINDOW), me),
    versus: spanIn(search, "vs_from", "vs_to"),
    by: search.get("by") === "streams" ? "streams" : "time",
    person: person === me ? null : person,
    view: search.get("view") === "match" ? "match" : "history",
  } as const;
}

type Asked = ReturnType<typeof askedBy>;

/** The days to show today; `history` are the bounds of the whole history, null while they are not known. */
export function shownBy({ span, last }: Asked, today: string, history: Span | null): Span {
  return span ?? (last ? daysOfLast(last, today, history) : lastTwelveMonths(today));
}

/** Days the wrong way round still mean something; half a window does not. */
function spanIn(search: URLSearchParams, first: string, last: string): Span | null {
  const [from, to] = [search.get(first), search.get(last)];
  return isDate(from) && isDate(to) ? mend({ from, to }) : null;
}

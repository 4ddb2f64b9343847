import type { Span } from "@/lib/windows";
import type { Order } from "./types";

export const ME = "/api/v1/me";

/** `path?a=b` with the missing parameters left out; an empty one says something. */
export function address(path: string, query: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) search.set(key, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export interface WrappedQuestion {
  from?: string | undefined;
  to?: string | undefined;
  by: Order;
  limit: number;
  /** Whose history; one's own without. */
  person?: string | undefined;
}

export function wrappedAddress(question: WrappedQuestion): string {
  return address("/api/v1/wrapped", { ...question });
}

/** The whole history of a person (null: one's own), for its bounds and for whether there is any: one row of each list is enough. */
export function historyQuestion(person: string | null): WrappedQuestion {
  return { by: "time", limit: 1, person: person ?? undefined };
}

/** How long the lists of the first view are. */
export const LIMIT = 50;

/** The favourites of a window, and its lists as they are at first. */
export function windowQuestion({ from, to }: Span, person: string | null): Omit<WrappedQuestion, "by"> {
  return { from, to, limit: LIMIT, person: person ?? undefined };
}

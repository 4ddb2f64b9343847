"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import type { Order } from "@/api/types";
import { isDate, today as todayIn } from "@/lib/dates";
import { lastTwelveMonths, type Span } from "@/lib/windows";

export interface Window extends Span {
  by: Order;
  today: string;
  /** Puts a window into the address, so that back and forward walk through windows. */
  show: (span: Span) => void;
  orderBy: (by: Order) => void;
  /** Whose history it is; null for one's own. */
  person: string | null;
  /** Looks at another's history, or (null) at one's own again, in the same window. */
  lookAt: (person: string | null) => void;
  view: View;
  turnTo: (view: View) => void;
}

/** Of another's history: itself, or what one has in common with them. */
export type View = "history" | "match";

/** What the address asks for (`from`, `to`, `by`, `person`, `view`); without a window the last twelve months in the person's zone. */
export function useWindow(zone: string): Window {
  const [query, put] = useQueryString();
  const today = todayIn(zone, new Date());

  return useMemo(() => {
    const search = new URLSearchParams(query);
    const [from, to] = [search.get("from"), search.get("to")];
    const span = isDate(from) && isDate(to) ? mend({ from, to }) : lastTwelveMonths(today);
    return {
      ...span,
      by: search.get("by") === "streams" ? "streams" : "time",
      today,
      show: ({ from, to }) => put({ from, to }, "pushState"),
      orderBy: (by) => put({ by }, "replaceState"),
      person: search.get("person") || null,
      lookAt: (person) => put({ person, view: null }, "pushState"),
      view: search.get("view") === "match" ? "match" : "history",
      turnTo: (view) => put({ view: view === "match" ? view : null }, "pushState"),
    };
  }, [put, query, today]);
}

/** An address with its days the wrong way round still means something. */
export function mend(span: Span): Span {
  return span.to < span.from ? { from: span.to, to: span.from } : span;
}

type Put = (fields: Record<string, string | null>, how: "pushState" | "replaceState") => void;

/** The query of the address. The router tells of a change a moment later; what was clicked must show at once. */
function useQueryString(): [string, Put] {
  const told = useSearchParams().toString();
  const [known, setKnown] = useState(told);
  const [query, setQuery] = useState(told);
  if (known !== told) {
    setKnown(told);
    setQuery(told);
  }

  // Going back before the router has told of the step forward: it then tells of neither.
  useEffect(() => {
    const back = () => setQuery(window.location.search.slice(1));
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);

  return useMemo(() => {
    const put: Put = (fields, how) => {
      const next = new URLSearchParams(query);
      for (const [key, value] of Object.entries(fields)) {
        if (value === null) next.delete(key);
        else next.set(key, value);
      }
      setQuery(next.toString());
      window.history[how](null, "", `?${next.toString()}`);
    };
    return [query, put];
  }, [query]);
}

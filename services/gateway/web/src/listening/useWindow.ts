"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import type { Order } from "@/api/types";
import { isDate, today as todayIn } from "@/lib/dates";
import { lastTwelveMonths, type Span } from "@/lib/windows";

export interface Window extends Span {
  by: Order;
  today: string;
  /** Puts a window into the address, so that back and forward walk through windows. */
  show: (span: Span) => void;
  orderBy: (by: Order) => void;
}

/** The window in the address (`from`, `to`, `by`); without one the last twelve months in the person's zone. */
export function useWindow(zone: string): Window {
  const search = useSearchParams();
  const [from, to, by] = [search.get("from"), search.get("to"), search.get("by")];
  const today = todayIn(zone, new Date());

  const put = useCallback((fields: Record<string, string>, replace: boolean) => {
    const next = new URLSearchParams(window.location.search);
    for (const [key, value] of Object.entries(fields)) next.set(key, value);
    window.history[replace ? "replaceState" : "pushState"](null, "", `?${next.toString()}`);
  }, []);

  return useMemo(() => {
    const span = isDate(from) && isDate(to) ? mend({ from, to }) : lastTwelveMonths(today);
    return {
      ...span,
      by: by === "streams" ? "streams" : "time",
      today,
      show: ({ from, to }) => put({ from, to }, false),
      orderBy: (order) => put({ by: order }, true),
    };
  }, [by, from, put, to, today]);
}

/** An address with its days the wrong way round still means something. */
export function mend(span: Span): Span {
  return span.to < span.from ? { from: span.to, to: span.from } : span;
}

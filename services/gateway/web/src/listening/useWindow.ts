"use client";

import { useMemo } from "react";
import { useHistory } from "@/api/queries";
import type { Me, Order } from "@/api/types";
import { follow } from "@/lib/compare";
import { today as todayIn } from "@/lib/dates";
import { asLast, LAST_WINDOW, writeLast } from "@/lib/lastWindow";
import { remember } from "@/lib/remember";
import type { Preset, Span } from "@/lib/windows";
import { askedBy, shownBy } from "./asked";
import { boundsOf } from "./bounds";
import { useQueryString } from "./useQueryString";

export interface Window extends Span {
  by: Order;
  today: string;
  /** Puts a window into the address, so that back and forward walk through windows, and remembers it. */
  show: (chosen: Span | Preset) => void;
  orderBy: (by: Order) => void;
  /** Whose history it is; null for one's own. */
  person: string | null;
  /** Looks at another's history, or (null) at one's own again, in the same window. */
  lookAt: (person: string | null) => void;
  view: View;
  turnTo: (view: View) => void;
  /** The window that it is compared with; null where it stands alone. */
  versus: Span | null;
  compare: (versus: Span | null) => void;
  /** Each in the place of the other. */
  swap: () => void;
}

/** Of another's history: itself, or what one has in common with them. */
export type View = "history" | "match";

/**
 * What the address asks for (`from`, `to`, `by`, `person`, `view`, `vs_from`, `vs_to`). Without a window it is the one that this
 * person chose last in this browser, else the last twelve months in the person's zone.
 */
export function useWindow(me: Me): Window {
  const { query, put, amend } = useQueryString();
  const today = todayIn(me.time_zone, new Date());
  const asked = useMemo(() => askedBy(query, me.id), [me.id, query]);
  const bounds = boundsOf(useHistory(asked.person, asked.last?.preset === "all").data);

  return useMemo(() => {
    const { span, versus, person } = asked;
    const shown = shownBy(asked, today, bounds);
    // Whoever comes back finds the window that was left, whatever was chosen since.
    const push = (to: Parameters<typeof put>[0]) => {
      if (!span) amend({ from: shown.from, to: shown.to });
      put(to, "pushState");
    };
    const step = (to: Span, other: Span | null) =>
      push({ from: to.from, to: to.to, vs_from: other?.from ?? null, vs_to: other?.to ?? null });
    return {
      ...shown,
      by: asked.by,
      today,
      show: (chosen) => {
        remember(LAST_WINDOW, writeLast(asLast(chosen), me.id));
        step(chosen, versus && follow(versus, shown, chosen));
      },
      orderBy: (by) => put({ by }, "replaceState"),
      person,
      lookAt: (whose) => push({ person: whose, view: null }),
      view: asked.view,
      turnTo: (view) => push({ view: view === "match" ? view : null }),
      versus,
      compare: (other) => step(shown, other),
      swap: () => versus && step(versus, shown),
    };
  }, [amend, asked, bounds, me.id, put, today]);
}

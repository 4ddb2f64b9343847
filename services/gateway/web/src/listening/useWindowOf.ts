"use client";

import { useMemo } from "react";
import type { Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import type { Window } from "./useWindow";

/** The window that an answer is of: numbers that stay while new ones are awaited keep the words of their days, and lead to their plays. */
export function useWindowOf({ data, stale }: Answer<Wrapped>, window: Window): Window {
  const [from, to] = stale && data ? [data.from, data.to] : [null, null];
  return useMemo(() => (from && to ? { ...window, from, to } : window), [from, to, window]);
}

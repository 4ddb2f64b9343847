"use client";

import { useMemo } from "react";
import type { Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import type { Span } from "@/lib/windows";
import type { Window } from "./useWindow";

/** The days that an answer is of: numbers that stay while new ones are awaited keep the words of their days, and lead to their plays. */
export function spanOf({ data, stale }: Answer<Wrapped>, asked: Span): Span {
  return stale && data?.from && data.to ? { from: data.from, to: data.to } : asked;
}

/** The window with the days that an answer is of; the same object as long as these are the window's own. */
export function useWindowOf(answer: Answer<Wrapped>, window: Window): Window {
  const { from, to } = spanOf(answer, window);
  return useMemo(() => (from === window.from && to === window.to ? window : { ...window, from, to }), [from, to, window]);
}

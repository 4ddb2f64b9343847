"use client";

import { useTranslations } from "use-intl";
import type { Totals } from "@/api/wrapped";
import { useFormat } from "@/intl/useFormat";
import { counted, type PlaysFilters } from "@/lib/plays";
import type { Spans } from "./sides";

/** One figure of two windows. */
export interface Sum {
  name: string;
  values: readonly [Value, Value];
}

export interface Value {
  value: number;
  text: string;
  href: string;
}

const MUSIC: PlaysFilters = { kind: "track" };

/** What of two windows is set side by side, in the order of the page. */
export function useSums(one: Totals, other: Totals, spans: Spans): Sum[] {
  const t = useTranslations("compare");
  const format = useFormat();
  const sum = (name: string, of: (totals: Totals) => number, text: (value: number) => string, filters: PlaysFilters = {}): Sum => {
    const value = (totals: Totals, place: 0 | 1) => ({ value: of(totals), text: text(of(totals)), href: counted(spans[place], filters) });
    return { name, values: [value(one, 0), value(other, 1)] };
  };
  return [
    sum(t("time"), (totals) => totals.ms_played, format.duration),
    sum(t("mean"), (totals) => totals.mean_ms_per_day, format.duration),
    sum(t("streams"), (totals) => totals.streams, format.count, { streams: "true" }),
    sum(t("tracks"), (totals) => totals.tracks, format.count, MUSIC),
    sum(t("artists"), (totals) => totals.artists, format.count, MUSIC),
    sum(t("days"), (totals) => totals.days, format.count),
  ];
}

"use client";

import { useMemo } from "react";
import { useLocale } from "use-intl";
import * as format from "@/lib/format";

/** The formatters of `lib/format` bound to the reader's locale. */
export function useFormat() {
  const locale = useLocale();
  return useMemo(
    () => ({
      locale,
      duration: (ms: number, style?: format.DurationStyle) => format.duration(ms, locale, style),
      spoken: (ms: number) => format.spoken(ms, locale),
      count: (value: number) => format.count(value, locale),
      share: (part: number, digits?: number) => format.share(part, locale, digits),
      change: (part: number) => format.signed(part, locale),
      day: (date: string, style?: "short" | "long" | "full") => format.day(date, locale, style),
      range: (from: string, to: string) => format.range(from, to, locale),
      month: (date: string) => format.month(date, locale),
      monthShort: (yearMonth: string) => format.monthShort(yearMonth, locale),
      weekday: (place: number, style?: "short" | "long") => format.weekday(place, locale, style),
      hours: (ms: number) => format.wholeHours(ms, locale),
      country: (code: string) => format.country(code, locale),
      clock: (moment: string, zone: string) => format.clock(moment, zone, locale),
      dayOf: (moment: string, zone: string) => format.dayOf(moment, zone, locale),
      moment: (text: string, zone: string) => format.moment(text, zone, locale),
      bytes: (value: number) => format.bytes(value, locale),
    }),
    [locale],
  );
}

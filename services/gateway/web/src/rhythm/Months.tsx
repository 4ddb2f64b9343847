"use client";

import { useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Rhythm } from "@/api/parts";
import { drawBars } from "@/charts/drawBars";
import { Chart } from "@/charts/Chart";
import { useInMs } from "@/charts/useInMs";
import { useBinNames } from "@/charts/useBinNames";
import { useFormat } from "@/intl/useFormat";
import { binned, daysYearBefore, isWhole, plainName, unitFor, yearBefore } from "@/lib/bins";
import { counted } from "@/lib/plays";
import { largest, sum } from "@/lib/rhythm";
import type { Span } from "@/lib/windows";

interface MonthsProps {
  rhythm: Rhythm;
  window: Span;
}

const TITLES = { month: "months", quarter: "monthsQuarter", year: "monthsYear" } as const;

/** How much in which month, beside the same months a year before. */
export function Months({ rhythm, window }: MonthsProps) {
  const { from, to } = window;
  const t = useTranslations("rhythm");
  const format = useFormat();
  const inMs = useInMs();
  const names = useBinNames();
  const bars = useMemo(() => {
    const life = new Map(rhythm.life.map(({ month, ms_played }) => [month, ms_played]));
    return binned(rhythm.months, { from, to }).map((bin, _, all) => {
      const ms = sum(bin.rows.map((row) => row.ms_played));
      const plays = sum(bin.rows.map((row) => row.plays));
      const before = isWhole(bin) ? yearBefore(bin, life) : null;
      return {
        key: bin.from, ...names.axis(bin, all.length), text: format.hours(ms), value: ms, before, plays, name: names.full(bin), plain: plainName(bin),
        href: counted(bin), hrefBefore: counted(daysYearBefore(bin)), label: `${names.full(bin)} · ${format.duration(ms)} · ${t("plays", { count: plays })}`,
      };
    });
  }, [format, from, names, rhythm, t, to]);
  const draw = useCallback((width: number) => drawBars(bars, width), [bars]);
  const compared = bars.some(({ before }) => before !== null);
  const table = () => ({
    columns: [t("month"), t("time"), t("playsColumn"), ...(compared ? [t("yearBefore")] : [])],
    header: [t("month"), inMs(t("time")), t("playsColumn"), ...(compared ? [inMs(t("yearBefore"))] : [])],
    rows: bars.map(({ key, name, plain, value, plays, before, href, hrefBefore }) => ({
      key, head: name, plain,
      cells: [
        { text: format.duration(value), href, value }, { text: format.count(plays), href, value: plays },
        ...(compared ? [before === null ? { text: "–", value: null } : { text: format.duration(before), href: hrefBefore, value: before }] : []),
      ],
    })),
  });
  const peak = bars[largest(bars.map(({ value }) => value))];
  return (
    <Chart
      title={t(TITLES[unitFor(rhythm.months.length)])} topic="months" window={window} draw={draw} table={table}
      name={t("monthsName", { month: peak?.name ?? "", time: format.duration(peak?.value ?? 0) })}
      keys={compared ? [{ swatch: "line-before", text: t("yearBefore") }] : []}
    />
  );
}

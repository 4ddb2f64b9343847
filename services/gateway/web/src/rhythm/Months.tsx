"use client";

import { useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Rhythm } from "@/api/parts";
import { drawBars } from "@/charts/drawBars";
import { Chart } from "@/charts/Chart";
import { useBinNames } from "@/charts/useBinNames";
import { useFormat } from "@/intl/useFormat";
import { binned, isWhole, unitFor, yearBefore } from "@/lib/bins";
import { counted } from "@/lib/plays";
import { largest, sum } from "@/lib/rhythm";
import type { Span } from "@/lib/windows";

interface MonthsProps {
  rhythm: Rhythm;
  window: Span;
}

const TITLES = { month: "months", quarter: "monthsQuarter", year: "monthsYear" } as const;

/** How much in which month, beside the same months a year before. */
export function Months({ rhythm, window: { from, to } }: MonthsProps) {
  const t = useTranslations("rhythm");
  const format = useFormat();
  const names = useBinNames();
  const bars = useMemo(() => {
    const life = new Map(rhythm.life.map(({ month, ms_played }) => [month, ms_played]));
    return binned(rhythm.months, { from, to }).map((bin, _, all) => {
      const ms = sum(bin.rows.map((row) => row.ms_played));
      const plays = sum(bin.rows.map((row) => row.plays));
      const before = isWhole(bin) ? yearBefore(bin, life) : null;
      return {
        key: bin.from, ...names.axis(bin, all.length), text: format.hours(ms), value: ms, before, plays, name: names.full(bin),
        href: counted(bin), label: `${names.full(bin)} · ${format.duration(ms)} · ${t("plays", { count: plays })}`,
      };
    });
  }, [format, from, names, rhythm, t, to]);
  const draw = useCallback((width: number) => drawBars(bars, width), [bars]);
  const compared = bars.some(({ before }) => before !== null);
  const table = () => ({
    columns: [t("month"), t("time"), t("playsColumn"), ...(compared ? [t("yearBefore")] : [])],
    rows: bars.map(({ key, name, value, plays, before, href }) => ({
      key, head: name,
      cells: [
        { text: format.duration(value), href }, { text: format.count(plays) },
        ...(compared ? [{ text: before === null ? "–" : format.duration(before) }] : []),
      ],
    })),
  });
  const peak = bars[largest(bars.map(({ value }) => value))];
  return (
    <Chart
      title={t(TITLES[unitFor(rhythm.months.length)])} topic="months" draw={draw} table={table}
      name={t("monthsName", { month: peak?.name ?? "", time: format.duration(peak?.value ?? 0) })}
      legend={compared && <span className="legend"><i className="line-before" /> {t("yearBefore")}</span>}
    />
  );
}

"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { Chart } from "@/charts/Chart";
import { useInMs } from "@/charts/useInMs";
import { useFormat } from "@/intl/useFormat";
import { hourSpan } from "@/lib/format";
import { counted } from "@/lib/plays";
import { HOURS, peakOf } from "@/lib/rhythm";
import type { Span } from "@/lib/windows";
import { drawGrid } from "./drawGrid";

interface HourGridProps {
  clock: readonly (readonly number[])[];
  window: Span;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** At which hours of which weekdays. */
export function HourGrid({ clock, window }: HourGridProps) {
  const { from, to } = window;
  const t = useTranslations("rhythm");
  const format = useFormat();
  const inMs = useInMs();
  const peak = peakOf(clock);
  const href = useCallback(
    (weekday: number, hour: number) => counted({ from, to }, { weekday: String(weekday), hour: String(hour) }),
    [from, to],
  );
  const time = (weekday: number, hour: number) => clock[weekday - 1]?.[hour] ?? 0;

  const draw = useCallback(
    (width: number) => drawGrid(
      WEEK.map((weekday) => ({ name: format.weekday(weekday), times: clock[weekday - 1] ?? [] })),
      {
        label: (row, hour) => `${format.weekday(row + 1, "long")} ${hourSpan(hour)} · ${format.duration(clock[row]?.[hour] ?? 0)}`,
        href: (row, hour) => href(row + 1, hour),
      },
      width,
    ),
    [clock, format, href],
  );
  const table = () => ({
    columns: [t("hour"), ...WEEK.map((weekday) => format.weekday(weekday))],
    header: [t("hour"), ...WEEK.map((weekday) => inMs(format.weekday(weekday, "long")))],
    rows: Array.from({ length: HOURS }, (_, hour) => ({
      key: String(hour), head: hourSpan(hour), plain: String(hour),
      cells: WEEK.map((weekday) => {
        const ms = time(weekday, hour);
        return { text: format.duration(ms, "row"), href: href(weekday, hour), value: ms };
      }),
    })),
  });
  const name = t("gridName", { weekday: format.weekday((peak?.weekday ?? 0) + 1, "long"), hour: hourSpan(peak?.hour ?? 0) });
  return <Chart title={t("grid")} topic="clock" name={name} window={window} draw={draw} table={table} keys={[{ text: t("larger") }]} />;
}

"use client";

import { useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import { Chart } from "@/charts/Chart";
import type { Value } from "@/charts/types";
import { useInMs } from "@/charts/useInMs";
import { useFormat } from "@/intl/useFormat";
import { hourSpan } from "@/lib/format";
import { counted } from "@/lib/plays";
import { byHour, largest } from "@/lib/rhythm";
import { hourShares } from "@/lib/sideBySide";
import { drawDial } from "@/rhythm/drawDial";
import type { Spans } from "./sides";
import { useKeysOfSides } from "./useKeysOfSides";

type Clock = readonly (readonly number[])[];

/** The hours of the day as shares of either window: sectors of the one, a line of the other. */
export function CompareClock({ clocks, spans }: { clocks: readonly [Clock, Clock]; spans: Spans }) {
  const t = useTranslations();
  const format = useFormat();
  const inMs = useInMs();
  const keys = useKeysOfSides(spans);
  const [one, other] = clocks;
  const hours = useMemo(() => {
    const [mine, theirs] = [hourShares(one), hourShares(other)];
    return mine.map((value, hour) => ({ hour, value, before: theirs[hour] ?? 0 }));
  }, [one, other]);
  const peak = largest(hours.map(({ value }) => value));
  const otherPeak = largest(hours.map(({ before }) => before));
  const share = format.share(hours[peak]?.value ?? 0);

  const draw = useCallback((width: number) => drawDial(
    hours.map((hour) => ({
      ...hour, href: counted(spans[0], { hour: String(hour.hour) }),
      label: `${hourSpan(hour.hour)} · ${format.share(hour.value)} · ${format.share(hour.before)}`,
    })),
    peak, { peak: hourSpan(peak), share }, width,
  ), [format, hours, peak, share, spans]);
  const table = () => {
    const columns = spans.flatMap(({ from, to }) => {
      const window = format.range(from, to);
      return [t("compare.timeOf", { window }), t("compare.shareOf", { window })];
    });
    const times = clocks.map(byHour);
    const cells = (hour: number, part: number, place: 0 | 1): Value[] => {
      const ms = times[place]?.[hour] ?? 0;
      return [{ text: format.duration(ms), href: counted(spans[place], { hour: String(hour) }), value: ms }, { text: format.share(part), value: part }];
    };
    return {
      columns: [t("rhythm.hour"), ...columns],
      header: [t("rhythm.hour"), ...columns.map((column, index) => (index % 2 === 0 ? inMs(column) : column))],
      rows: hours.map(({ hour, value, before }) => (
        { key: String(hour), head: hourSpan(hour), plain: String(hour), cells: [...cells(hour, value, 0), ...cells(hour, before, 1)] }
      )),
    };
  };
  return (
    <Chart
      title={t("rhythm.dial")} topic="clock" window={spans[0]} draw={draw} table={table} keys={keys} className="dial"
      name={t("compare.dialName", { hour: hourSpan(peak), share, otherHour: hourSpan(otherPeak), otherShare: format.share(hours[otherPeak]?.before ?? 0) })}
    />
  );
}

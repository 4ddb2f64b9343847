"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { Chart } from "@/charts/Chart";
import { useInMs } from "@/charts/useInMs";
import { useFormat } from "@/intl/useFormat";
import { hourSpan } from "@/lib/format";
import { counted } from "@/lib/plays";
import { byHour, largest, sum } from "@/lib/rhythm";
import type { Span } from "@/lib/windows";
import { drawDial } from "./drawDial";

interface DialProps {
  clock: readonly (readonly number[])[];
  window: Span;
}

/** At which hours of the day somebody listens. */
export function Dial({ clock, window }: DialProps) {
  const { from, to } = window;
  const t = useTranslations("rhythm");
  const format = useFormat();
  const inMs = useInMs();
  const times = byHour(clock);
  const total = sum(times);
  const peak = largest(times);
  const share = format.share(total > 0 ? (times[peak] ?? 0) / total : 0);

  const draw = useCallback(
    (width: number) => {
      const hours = byHour(clock).map((ms, hour) => ({
        hour, value: ms, before: null, href: counted({ from, to }, { hour: String(hour) }), label: `${hourSpan(hour)} · ${format.duration(ms)}`,
      }));
      return drawDial(hours, peak, { peak: hourSpan(peak), share }, width);
    },
    [clock, format, from, peak, share, to],
  );
  const table = () => ({
    columns: [t("hour"), t("time")],
    header: [t("hour"), inMs(t("time"))],
    rows: times.map((ms, hour) => ({
      key: String(hour), head: hourSpan(hour), plain: String(hour),
      cells: [{ text: format.duration(ms), href: counted(window, { hour: String(hour) }), value: ms }],
    })),
  });
  return (
    <Chart
      title={t("dial")} topic="clock" name={t("dialName", { hour: hourSpan(peak), share })} window={window} draw={draw} table={table}
      className="dial"
    />
  );
}

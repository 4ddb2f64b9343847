"use client";

import { useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { NewInMonth } from "@/api/parts";
import { drawBars } from "@/charts/drawBars";
import { Chart } from "@/charts/Chart";
import { useBinNames } from "@/charts/useBinNames";
import { useFormat } from "@/intl/useFormat";
import { binned, plainName } from "@/lib/bins";
import { counted } from "@/lib/plays";
import { largest, sum } from "@/lib/rhythm";
import type { Span } from "@/lib/windows";
import type { What } from "./Discovery";

interface NewByMonthProps {
  months: readonly NewInMonth[];
  what: What;
  window: Span;
}

const TITLES = { artists: "artistsByMonth", tracks: "tracksByMonth" } as const;
const COUNTS = { artists: "newArtistsCount", tracks: "newTracksCount" } as const;
const FIRST = { artists: "artist", tracks: "track" } as const;

/** In which months something was heard for the first time. */
export function NewByMonth({ months, what, window }: NewByMonthProps) {
  const { from, to } = window;
  const t = useTranslations("discovery");
  const format = useFormat();
  const names = useBinNames();
  const bars = useMemo(
    () => binned(months, { from, to }).map((bin, _, all) => {
      const value = sum(bin.rows.map((row) => row[what]));
      const name = names.full(bin);
      return {
        key: bin.from, ...names.axis(bin, all.length), text: format.count(value), value, before: null, name, plain: plainName(bin),
        href: counted(bin, { first: FIRST[what] }), label: `${name} · ${t(COUNTS[what], { count: value })}`,
      };
    }),
    [format, from, months, names, t, to, what],
  );
  const draw = useCallback((width: number) => drawBars(bars, width), [bars]);
  const table = () => ({
    columns: [t("month"), t(what)],
    header: [t("month"), t(TITLES[what])],
    rows: bars.map(({ key, name, plain, value, href }) => ({ key, head: name, plain, cells: [{ text: format.count(value), href, value }] })),
  });
  const peak = bars[largest(bars.map(({ value }) => value))];
  return (
    <Chart
      title={t(TITLES[what])} topic="discovery" window={window} draw={draw} table={table}
      name={t("byMonthName", { title: t(TITLES[what]), month: peak?.name ?? "", count: peak?.value ?? 0 })}
    />
  );
}

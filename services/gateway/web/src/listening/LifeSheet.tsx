"use client";

import { useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import { ChartTable } from "@/charts/ChartTable";
import { drawBars } from "@/charts/drawBars";
import { SaveChart } from "@/charts/SaveChart";
import { useBinNames } from "@/charts/useBinNames";
import { useInMs } from "@/charts/useInMs";
import { Sheet } from "@/components/Sheet";
import { SheetHead } from "@/components/SheetHead";
import { useFormat } from "@/intl/useFormat";
import { binned, plainName } from "@/lib/bins";
import { firstOfMonth, lastOfMonth } from "@/lib/dates";
import type { Month } from "@/lib/life";
import { counted } from "@/lib/plays";

interface LifeSheetProps {
  months: readonly Month[];
  onClose: () => void;
}

/** What the life strip shows as a table, and as files. */
export default function LifeSheet({ months, onClose }: LifeSheetProps) {
  const t = useTranslations();
  const format = useFormat();
  const inMs = useInMs();
  const { span, bars } = useBars(months);
  const draw = useCallback((width: number) => drawBars(bars, width), [bars]);
  const [month, time] = [t("rhythm.month"), t("rhythm.time")];
  const table = () => ({
    columns: [month, time], header: [month, inMs(time)],
    rows: bars.map(({ key, name, plain, value, href }) => ({ key, head: name, plain, cells: [{ text: format.duration(value), href, value }] })),
  });
  const title = t("window.life");
  const name = t("window.strip", { from: format.month(span.from), to: format.month(span.to) });
  return (
    <Sheet label={title} onClose={onClose}>
      <SheetHead onClose={onClose}><p className="disp">{title}</p></SheetHead>
      <p className="small q">{name}</p>
      <ChartTable name={name} table={table()} />
      <div className="chart-foot"><SaveChart title={title} name={name} window={span} draw={draw} table={table} keys={[]} /></div>
    </Sheet>
  );
}

/** A bar for each month, however many there are: the axis names as many as have room. */
function useBars(months: LifeSheetProps["months"]) {
  const format = useFormat();
  const names = useBinNames();
  return useMemo(() => {
    const days = months.map(({ year, month }) => ({ from: firstOfMonth(year, month), to: lastOfMonth(year, month) }));
    const span = { from: days[0]?.from ?? "", to: days.at(-1)?.to ?? "" };
    const rows = months.map(({ ms_played }, place) => ({ month: days[place]?.from ?? "", value: ms_played }));
    const bars = binned(rows, span, "month").map((bin, _, all) => {
      const value = bin.rows[0]?.value ?? 0;
      const name = names.full(bin);
      return {
        key: bin.from, name, plain: plainName(bin), ...names.axis(bin, all.length), value, before: null, text: format.hours(value),
        label: `${name} · ${format.duration(value)}`, href: counted(bin),
      };
    });
    return { span, bars };
  }, [format, months, names]);
}

"use client";

import { useCallback, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { Rhythm } from "@/api/parts";
import { Chart } from "@/charts/Chart";
import { useInMs } from "@/charts/useInMs";
import { useFormat } from "@/intl/useFormat";
import { daysOf, firstDayOfWeek, yearSheets, type CalendarDay } from "@/lib/calendar";
import { counted } from "@/lib/plays";
import { drawCalendar } from "./drawCalendar";

interface DayCalendarProps {
  calendar: Rhythm["calendar"];
  biggest: string | null;
}

/** Years shown before one decides to see them all. */
const FIRST_YEARS = 2;
const LEVELS = (["h0", "h1", "h2", "h3", "h4", "h5"] as const).map((swatch) => ({ swatch }));

const hrefOf = (day: CalendarDay) => counted({ from: day.date, to: day.date });

/** How much on which day. */
export function DayCalendar({ calendar, biggest }: DayCalendarProps) {
  const t = useTranslations("rhythm");
  const format = useFormat();
  const inMs = useInMs();
  const [all, setAll] = useState(false);
  const days = useMemo(() => daysOf(calendar), [calendar]);
  const years = useMemo(() => yearSheets(days), [days]);
  const shown = useMemo(() => {
    if (all || years.length <= FIRST_YEARS) return days;
    return years.slice(0, FIRST_YEARS).reverse().flatMap((year) => year.days);
  }, [all, days, years]);

  const draw = useCallback(
    (width: number) => drawCalendar(shown, biggest, firstDayOfWeek(format.locale), {
      month: format.monthShort,
      monthAndYear: (month) => `${format.monthShort(month)} ${month.slice(0, 4)}`,
      weekday: format.weekday,
      label: (day) => `${format.day(day.date, "full")} · ${format.duration(day.ms)}`,
      href: hrefOf,
    }, width),
    [biggest, format, shown],
  );
  const table = () => ({
    columns: [t("day"), t("time")],
    header: [t("day"), inMs(t("time"))],
    rows: shown.map((day) => ({
      key: day.date, head: format.day(day.date), plain: day.date, cells: [{ text: format.duration(day.ms), href: hrefOf(day), value: day.ms }],
    })),
  });
  const window = { from: shown[0]?.date ?? "", to: shown.at(-1)?.date ?? "" };
  const heard = days.filter(({ ms }) => ms > 0).length;
  return (
    <>
      <Chart
        title={t("calendar")} topic="calendar" name={t("calendarName", { days: heard, all: days.length })}
        window={window} draw={draw} table={table} keys={[{ text: "0" }, ...LEVELS, { text: t("most") }]} className="calendar"
      />
      {years.length > FIRST_YEARS && (
        <p>
          <button type="button" className="btn" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("fewerYears") : t("allYears", { count: years.length })}
          </button>
        </p>
      )}
    </>
  );
}

"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Totals } from "@/api/wrapped";
import { Door, DoorWords } from "@/components/Door";
import { useDoors } from "@/components/doors";
import { Help } from "@/help/Help";
import { useFormat } from "@/intl/useFormat";
import { beginsAfter } from "@/lib/compare";
import { change, daysAndHours, hoursAndMinutes } from "@/lib/format";
import { daysIn } from "@/lib/dates";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";
import { FeedGaps } from "./FeedGaps";
import { Kinds } from "./Kinds";

const MINUTE_MS = 60_000;

interface TotalTimeProps {
  totals: Totals;
  window: Span;
  /** The first day of the history; null while it is not known. */
  since: string | null;
}

export function TotalTime({ totals, window, since }: TotalTimeProps) {
  const t = useTranslations();
  const format = useFormat();
  const own = useDoors();
  const { figure, rest } = useFigure(totals.ms_played);
  const days = daysAndHours(totals.ms_played);
  return (
    <section className="total" aria-label={t("favourites.total")}>
      <p className="what">{t("favourites.total")} <Help topic="totals" name={t("favourites.total")} /></p>
      <div className="pic">
        <Door className="whole" href={counted(window)} text={format.spoken(totals.ms_played)}>
          <span className="figure" data-size={figure.length > 5 ? "long" : undefined}>{figure}</span>
          <span className="name">{rest}</span>
        </Door>
        <p className="by">
          {days && `${t("favourites.days", days)} `}
          <span className={since === null ? "q awaited" : "q"}><Comparison totals={totals} window={window} since={since} /></span>
        </p>
      </div>
      <Kinds totals={totals} window={window} />
      {own && <FeedGaps window={window} />}
    </section>
  );
}

/** The number and what stands below it: hours and minutes, or minutes, or seconds where there is no more. */
function useFigure(ms: number): { figure: string; rest: string } {
  const t = useTranslations("favourites");
  const format = useFormat();
  const { hours, minutes } = hoursAndMinutes(ms);
  if (hours > 0) return { figure: format.count(hours), rest: t("hoursAnd", { hours, minutes: String(minutes) }) };
  if (ms >= MINUTE_MS) return { figure: format.count(minutes), rest: t("minutes", { count: minutes }) };
  const seconds = Math.floor(ms / 1000);
  return { figure: format.count(seconds), rest: t("seconds", { count: seconds }) };
}

/** Against the days before, where all of them are known. */
function Comparison({ totals, window, since }: TotalTimeProps) {
  const t = useTranslations("favourites");
  const format = useFormat();
  const { previous } = totals;
  const by = change(totals.ms_played, previous?.ms_played ?? 0);
  if (by === null || previous === null || beginsAfter(since, previous)) return null;
  const days = daysIn(window.from, window.to);
  const before = days === 365 || days === 366 ? t("beforeYear") : t("beforeDays", { count: days });
  const percent = Math.round(Math.abs(by) * 100) / 100;
  const then = (words: ReactNode) => <DoorWords href={counted(previous)}>{words}</DoorWords>;
  if (percent === 0) return t.rich("same", { before, then });
  return t.rich(by > 0 ? "more" : "less", { share: format.share(percent, 0), before, then });
}

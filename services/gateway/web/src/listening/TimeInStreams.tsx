"use client";

import { useTranslations } from "use-intl";
import type { Sums } from "@/api/types";
import { Door, TimeDoor } from "@/components/Door";
import { counted, type PlaysFilters } from "@/lib/plays";
import type { Span } from "@/lib/windows";

interface TimeInStreamsProps {
  sums: Pick<Sums, "ms_played" | "streams">;
  window: Span;
  filters: PlaysFilters;
  /** The time is what the eye should find. */
  strong?: boolean;
}

/** "31 h 12 min in 411 streams": a playing time and its streams, each the door to its plays. */
export function TimeInStreams({ sums, window, filters, strong = false }: TimeInStreamsProps) {
  const t = useTranslations("favourites");
  const time = <TimeDoor href={counted(window, filters)} ms={sums.ms_played} />;
  return (
    <>
      {strong ? <b>{time}</b> : time}{" "}
      <span className="q">{t("in")} <Door href={counted(window, { ...filters, streams: "true" })} text={t("streams", { count: sums.streams })} /></span>
    </>
  );
}

"use client";

import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Wrapped } from "@/api/types";
import { useFormat } from "@/intl/useFormat";
import { daysIn } from "@/lib/dates";
import type { OpenDetail } from "./detail";
import type { Window } from "./useWindow";

interface FactsProps {
  answer: Answer<Wrapped>;
  window: Window;
  open: OpenDetail;
}

const FACTS = 5;

/** The column of figures: plays, tracks, artists, days, the mean day. */
export function Facts({ answer, window, open }: FactsProps) {
  const t = useTranslations();
  const format = useFormat();
  const { data, status, stale } = answer;
  if (status === "error" && (!data || stale)) {
    return <div className="facts"><b>–</b><span>{t("facts.error")}</span></div>;
  }
  if (!data) return <FactsSkeleton />;

  const { totals } = data;
  const all = daysIn(window.from, window.to);
  const plays = format.count(totals.plays);
  return (
    <ul className={stale ? "facts num dim" : "facts num"} aria-label={t("facts.section")}>
      <li>
        <b>
          <button type="button" className="open" aria-label={t("plays.open", { text: plays })} onClick={() => open("all")}>{plays}</button>
        </b>
        <span>{t("facts.plays", { count: totals.plays, streams: format.count(totals.streams) })}</span>
      </li>
      <li><b>{format.count(totals.tracks)}</b><span>{t("facts.tracks", { count: totals.tracks })}</span></li>
      <li><b>{format.count(totals.artists)}</b><span>{t("facts.artists", { count: totals.artists, albums: totals.albums })}</span></li>
      <li><b>{t("facts.daysOf", { days: format.count(totals.days), all: format.count(all) })}</b><span>{t("facts.days")}</span></li>
      <li><b>{format.duration(totals.mean_ms_per_day)}</b><span>{t("facts.mean")}</span></li>
    </ul>
  );
}

function FactsSkeleton() {
  return (
    <ul className="facts late" aria-busy="true">
      {Array.from({ length: FACTS }, (_, index) => (
        <li key={index} aria-hidden="true"><b><span className="sk line w50" /></b><span className="sk line w70" /></li>
      ))}
    </ul>
  );
}

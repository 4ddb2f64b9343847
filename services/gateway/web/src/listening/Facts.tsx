"use client";

import { memo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Totals, Wrapped } from "@/api/wrapped";
import { Door, TimeDoor } from "@/components/Door";
import { Help } from "@/help/Help";
import { useFormat } from "@/intl/useFormat";
import { daysIn } from "@/lib/dates";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";

interface FactsProps {
  answer: Answer<Wrapped>;
  window: Span;
}

const FACTS = 5;

/** The column of figures: plays, tracks, artists, days, the mean day. */
export const Facts = memo(function Facts({ answer, window }: FactsProps) {
  const t = useTranslations("facts");
  const { data, status, stale } = answer;
  if (status === "error" && (!data || stale)) return <div className="facts"><b>–</b><span>{t("error")}</span></div>;
  if (!data) return <FactsSkeleton />;
  return <Figures totals={data.totals} window={window} stale={stale} />;
});

function Figures({ totals, window, stale }: { totals: Totals; window: Span; stale: boolean }) {
  const t = useTranslations("facts");
  const format = useFormat();
  const music = counted(window, { kind: "track" });
  const streams = <Door href={counted(window, { streams: "true" })} text={format.count(totals.streams)} />;
  const all = format.count(daysIn(window.from, window.to));
  const albums = <Door href={music} text={t("albums", { count: totals.albums })} />;
  return (
    <ul className={stale ? "facts num dim" : "facts num"} aria-label={t("section")}>
      <Fact figure={<><Door href={counted(window)} text={format.count(totals.plays)} /> <Help topic="totals" name={t("section")} /></>}>
        {t.rich("plays", { count: totals.plays, streams: () => streams })}
      </Fact>
      <Fact figure={<Door href={music} text={format.count(totals.tracks)} />}>{t("tracks", { count: totals.tracks })}</Fact>
      <Fact figure={<Door href={music} text={format.count(totals.artists)} />}>{t.rich("artists", { count: totals.artists, albums: () => albums })}</Fact>
      <Fact figure={<Door href={counted(window)} text={t("daysOf", { days: format.count(totals.days), all })} />}>{t("days")}</Fact>
      <Fact figure={<TimeDoor href={counted(window)} ms={totals.mean_ms_per_day} />}>{t("mean")}</Fact>
    </ul>
  );
}

function Fact({ figure, children }: { figure: ReactNode; children: ReactNode }) {
  return <li><b>{figure}</b><span>{children}</span></li>;
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

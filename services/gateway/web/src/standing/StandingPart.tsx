"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useStanding } from "@/api/peopleQueries";
import type { StandingMeasure, StandingPeriod } from "@/api/peopleTypes";
import { PartTrouble } from "@/components/PartTrouble";
import { Segments } from "@/components/Segments";
import { Explained } from "@/help/Explained";
import { useFormat } from "@/intl/useFormat";
import { AddedWords } from "@/intl/AddedWords";

const WHOLE_LIFE = "all";
/** So many periods are offered: the whole life and the newest years. */
const MOST = 4;

/** Where one stands among those who share. Silent where there is nothing to say: too few share, or one does not. */
export function StandingPart() {
  return <AddedWords part="standing"><Standing /></AddedWords>;
}

function Standing() {
  const t = useTranslations("standing");
  const answer = useStanding();
  const { data } = answer;
  if (answer.status === "error" && !data) return <section className="sec"><PartTrouble answer={answer} title={t("error")} /></section>;
  if (!data?.shared || data.periods.length === 0) return null;
  return <Places periods={data.periods.slice(0, MOST)} />;
}

function Places({ periods }: { periods: readonly StandingPeriod[] }) {
  const t = useTranslations("standing");
  const [period, setPeriod] = useState<string | null>(null);
  const shown = periods.find((one) => one.period === period) ?? periods[0];
  if (!shown) return null;
  return (
    <section className="sec" aria-labelledby="standing-title">
      <header>
        <h2 id="standing-title">{t("title")}</h2>
        <p>{t("lead", { count: shown.people })}&nbsp;<Explained name={t("title")} text={t("definition")} /></p>
      </header>
      <div className="tools">
        <Segments
          label={t("period")} value={shown.period} onChange={setPeriod}
          options={periods.map((one) => ({ value: one.period, text: one.period === WHOLE_LIFE ? t("all") : one.period }))}
        />
      </div>
      <ul className="shares standings">{shown.measures.map((measure) => <Place key={measure.measure} place={measure} />)}</ul>
    </section>
  );
}

function Place({ place: { measure, value, per_mille } }: { place: StandingMeasure }) {
  const t = useTranslations("standing");
  const format = useFormat();
  return (
    <li className="share">
      <span className="share-name">{t(measure)} <span className="small q num">{measure === "ms_played" ? format.duration(value) : format.count(value)}</span></span>
      <span className="bar" aria-hidden="true"><i style={{ width: `${per_mille / 10}%` }} /></span>
      <b className="num">{format.share(per_mille / 1000, 0)}</b>
    </li>
  );
}

"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Treasures as TreasuresPart } from "@/api/parts";
import type { Wrapped } from "@/api/wrapped";
import { Part } from "@/components/Part";
import { Segments } from "@/components/Segments";
import { ordinalOf } from "@/lib/lifeline";
import { Forgotten, StillLoved } from "./Lists";
import { WHAT, type What } from "./treasure";

interface TreasuresProps {
  answer: Answer<Wrapped>;
  zone: string;
}

/** Nothing can be forgotten before a year has passed. */
const YOUNG_MONTHS = 13;

/** What was loved: forgotten since, or still there. */
export function Treasures({ answer, zone }: TreasuresProps) {
  const t = useTranslations("treasures");
  const [what, setWhat] = useState<What>("tracks");
  return (
    <section className="sec" aria-labelledby="treasures-title">
      <header>
        <h2 id="treasures-title"><Finding part={answer.data?.treasures} /></h2>
        <p>{t("lead")}</p>
      </header>
      <Part
        answer={answer} error={t("error")} skeleton={<div className="part-place" aria-busy="true" />}
        empty={({ treasures, rhythm }) => (amount(treasures) === 0 ? <p className="part-note q">{isYoung(rhythm.life) ? t("young") : t("none")}</p> : null)}
      >
        {({ treasures, rhythm, to }) => {
          const [first, last] = [rhythm.life[0]?.month, rhythm.life.at(-1)?.month];
          if (!first || !last || !treasures.recent_from) return null;
          const common = { treasures, what, zone, recentFrom: treasures.recent_from, life: { first, last }, until: to ?? `${last}-31` };
          return (
            <>
              <div className="tools">
                <Segments label={t("choose")} value={what} onChange={setWhat} options={WHAT.map((value) => ({ value, text: t(value) }))} />
              </div>
              <div className="two"><Forgotten {...common} /><StillLoved {...common} /></div>
            </>
          );
        }}
      </Part>
    </section>
  );
}

function Finding({ part }: { part: TreasuresPart | undefined }) {
  const t = useTranslations("treasures");
  if (!part || amount(part) === 0) return <>{t("title")}</>;
  return <>{part.forgotten_tracks.length + part.forgotten_artists.length > 0 ? t("findForgotten") : t("findLoved")}</>;
}

function amount(part: TreasuresPart): number {
  return part.forgotten_tracks.length + part.forgotten_artists.length + part.loved_tracks.length + part.loved_artists.length;
}

function isYoung(life: readonly { month: string }[]): boolean {
  const [first, last] = [life[0], life.at(-1)];
  return !first || !last || ordinalOf(last.month) - ordinalOf(first.month) < YOUNG_MONTHS;
}

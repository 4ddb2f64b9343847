"use client";

import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import { Door, DoorWords, TimeDoor } from "@/components/Door";
import { useDoors } from "@/components/doors";
import { Part } from "@/components/Part";
import { Help } from "@/help/Help";
import { useFormat } from "@/intl/useFormat";
import { counted, playsHref } from "@/lib/plays";
import type { Span } from "@/lib/windows";
import { AllImports } from "./AllImports";

interface HowCountedProps {
  answer: Answer<Wrapped>;
  window: Span;
}

/** How it was counted: what a stream is, what is left out, and what is an estimate. */
export function HowCounted({ answer, window }: HowCountedProps) {
  const t = useTranslations("counted");
  const own = useDoors();
  return (
    <section className="sec counted" aria-labelledby="counted-title">
      <header>
        <h2 id="counted-title">{t("title")}</h2>
        <p>{t("lead")}</p>
      </header>
      <Part answer={answer} error={t("error")} skeleton={<div className="account-place" aria-busy="true" />} empty={() => null}>
        {({ totals, from, to }) => <OfWindow totals={totals} window={{ from: from ?? window.from, to: to ?? window.to }} />}
      </Part>
      {own && <AllImports />}
    </section>
  );
}

/** What the numbers of this window are made of. */
function OfWindow({ totals, window }: { totals: Wrapped["totals"]; window: Span }) {
  const t = useTranslations("counted");
  const format = useFormat();
  return (
    <ul className="account-list num">
      <li>
        <b>{t("streams")} <Help topic="stream" name={t("streams")} /></b>
        <span>{t.rich("streamsText", {
          streams: () => <Door href={counted(window, { streams: "true" })} text={format.count(totals.streams)} />,
          plays: () => <Door href={counted(window)} text={format.count(totals.plays)} />,
        })}</span>
      </li>
      <li>
        <b>{t("estimates")} <Help topic="estimate" name={t("estimates")} /></b>
        <span>
          {totals.estimated.plays === 0 ? t("noEstimates") : t.rich("estimatesText", {
            count: totals.estimated.plays,
            time: () => <TimeDoor href={counted(window, { estimate: "true" })} ms={totals.estimated.ms_played} />,
          })}
        </span>
      </li>
      <li>
        <b>{t("doubles")} <Help topic="double" name={t("doubles")} /></b>
        <span>{t.rich("doublesText", { link: (words) => <DoorWords href={playsHref(window)}>{words}</DoorWords> })}</span>
      </li>
    </ul>
  );
}

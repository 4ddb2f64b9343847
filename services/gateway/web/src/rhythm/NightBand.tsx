"use client";

import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Rhythm } from "@/api/parts";
import type { Wrapped } from "@/api/wrapped";
import { Part } from "@/components/Part";
import { useFormat } from "@/intl/useFormat";
import { rhythmFinding, sum } from "@/lib/rhythm";
import type { Span } from "@/lib/windows";
import { cityOf } from "@/lib/zones";
import { DayCalendar } from "./DayCalendar";
import { Dial } from "./Dial";
import { HourGrid } from "./HourGrid";
import { Months } from "./Months";
import { Records } from "./Records";

interface NightBandProps {
  answer: Answer<Wrapped>;
  window: Span;
  zone: string;
}

/** When somebody listens: the hour, the day, the month. Dark in both themes. */
export function NightBand({ answer, window, zone }: NightBandProps) {
  const t = useTranslations("rhythm");
  return (
    <section className="night" data-theme="dark" aria-labelledby="rhythm-title">
      <header>
        <h2 id="rhythm-title"><Finding rhythm={answer.data?.rhythm} /></h2>
        <p className="q">{t("lead", { zone: cityOf(zone) })}</p>
      </header>
      <Part
        answer={answer} error={t("error")} skeleton={<div className="night-place" aria-busy="true" />}
        empty={(data) => (sum(data.rhythm.clock.flat()) === 0 ? <p className="part-note q">{t("empty")}</p> : null)}
      >
        {({ rhythm, from, to }) => {
          const shown = { from: from ?? window.from, to: to ?? window.to };
          return (
            <>
              <div className="rhythm"><Dial clock={rhythm.clock} window={shown} /><HourGrid clock={rhythm.clock} window={shown} /></div>
              <DayCalendar calendar={rhythm.calendar} biggest={rhythm.biggest_day?.day ?? null} />
              <div className="two"><Months rhythm={rhythm} window={shown} /><Records rhythm={rhythm} zone={zone} /></div>
            </>
          );
        }}
      </Part>
    </section>
  );
}

/** The busiest hour of the week as a sentence; the plain name where there is too little for one. */
function Finding({ rhythm }: { rhythm: Rhythm | undefined }) {
  const t = useTranslations("rhythm");
  const format = useFormat();
  const peak = rhythm && rhythmFinding(rhythm.clock);
  if (!peak) return <>{t("title")}</>;
  return <>{t("find", { weekday: format.weekday(peak.weekday + 1, "long"), hour: String(peak.hour) })}</>;
}

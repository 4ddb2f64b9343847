"use client";

import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import { Part } from "@/components/Part";
import { hourSpan } from "@/lib/format";
import { byHour, largest, sum } from "@/lib/rhythm";
import { CompareClock } from "./CompareClock";
import { ComparePieces } from "./ComparePieces";
import type { Spans } from "./sides";

type Pair = readonly [Wrapped, Wrapped];

/** When there was listening in either window: the hours of the day, and one piece of the windows after the other. */
export function CompareRhythm({ answer, spans }: { answer: Answer<[Wrapped, Wrapped]>; spans: Spans }) {
  const t = useTranslations("compare");
  return (
    <section className="night compare-night" data-theme="dark" aria-labelledby="compare-rhythm">
      <header>
        <h2 id="compare-rhythm"><Finding pair={answer.data} /></h2>
        <p className="q">{t("rhythmRule")}</p>
      </header>
      <Part
        answer={answer} error={t("error")} skeleton={<div className="night-place" aria-busy="true" />}
        empty={(pair) => (pair.some(isSilent) ? <p className="part-note q">{t("silent")}</p> : null)}
      >
        {([one, other]) => (
          <div className="rhythm">
            <CompareClock clocks={[one.rhythm.clock, other.rhythm.clock]} spans={spans} />
            <ComparePieces one={one.rhythm} other={other.rhythm} spans={spans} />
          </div>
        )}
      </Part>
    </section>
  );
}

function isSilent({ rhythm }: Wrapped): boolean {
  return sum(rhythm.clock.flat()) === 0;
}

/** The busiest hour of the day of either window. */
function Finding({ pair }: { pair: Pair | undefined }) {
  const t = useTranslations("compare");
  if (!pair || pair.some(isSilent)) return <>{t("rhythm")}</>;
  const [hour = "", other = ""] = pair.map(({ rhythm }) => hourSpan(largest(byHour(rhythm.clock))));
  return <>{hour === other ? t("hourStays", { hour }) : t("hourMoved", { hour, other })}</>;
}

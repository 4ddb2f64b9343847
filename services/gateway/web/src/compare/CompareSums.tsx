"use client";

import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import { Part } from "@/components/Part";
import { Help } from "@/help/Help";
import { useFormat } from "@/intl/useFormat";
import { daysIn } from "@/lib/dates";
import { change } from "@/lib/format";
import { areAsLong } from "@/lib/sideBySide";
import type { Spans } from "./sides";
import { SumRow } from "./SumRow";
import { useSums } from "./useSums";

type Pair = readonly [Wrapped, Wrapped];

/** The figures of both windows, one bar above the other, and how they differ. */
export function CompareSums({ answer, spans }: { answer: Answer<[Wrapped, Wrapped]>; spans: Spans }) {
  const t = useTranslations("compare");
  const days = daysIn(spans[0].from, spans[0].to);
  const others = daysIn(spans[1].from, spans[1].to);
  return (
    <section className="sec" aria-labelledby="compare-sums">
      <header>
        <h2 id="compare-sums"><Finding pair={answer.data} spans={spans} /></h2>
        <p>{areAsLong(...spans) ? t("equal", { days }) : t("lengths", { days, others })}&nbsp;<Help topic="totals" name={t("sums")} /></p>
      </header>
      <Part answer={answer} error={t("error")} skeleton={<div className="sums-place" aria-busy="true" />} empty={() => null}>
        {(pair) => <Rows pair={pair} spans={spans} />}
      </Part>
    </section>
  );
}

function Rows({ pair, spans }: { pair: Pair; spans: Spans }) {
  const sums = useSums(pair[0].totals, pair[1].totals, spans);
  return <ul className="sums num">{sums.map((sum) => <SumRow key={sum.name} {...sum} spans={spans} />)}</ul>;
}

/** How much more or less was played; where the windows are not as long as each other, in a day of theirs. */
function Finding({ pair, spans }: { pair: Pair | undefined; spans: Spans }) {
  const t = useTranslations("compare");
  const format = useFormat();
  const whole = areAsLong(...spans);
  const [now = 0, before = 0] = (pair ?? []).map(({ totals }, place) => {
    const span = spans[place];
    return whole || !span ? totals.ms_played : totals.ms_played / daysIn(span.from, span.to);
  });
  const by = change(now, before);
  if (by === null || now === 0) return <>{t("sums")}</>;
  const days = { from: format.day(spans[1].from), to: format.day(spans[1].to) };
  const part = Math.round(Math.abs(by) * 100) / 100;
  if (part === 0) return <>{t(whole ? "same" : "sameADay", days)}</>;
  const [more, less] = whole ? (["more", "less"] as const) : (["moreADay", "lessADay"] as const);
  return <>{t(by > 0 ? more : less, { ...days, share: format.share(part, 0) })}</>;
}

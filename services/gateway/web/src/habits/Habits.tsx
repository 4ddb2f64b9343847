"use client";

import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Habits as HabitsPart, PartOf } from "@/api/parts";
import type { Wrapped } from "@/api/wrapped";
import { Part } from "@/components/Part";
import { useFormat } from "@/intl/useFormat";
import { fraction } from "@/lib/finding";
import type { Span } from "@/lib/windows";
import { HowPlayed } from "./HowPlayed";
import { MostSkipped } from "./MostSkipped";
import { WherePlayed } from "./WherePlayed";

interface HabitsProps {
  answer: Answer<Wrapped>;
  window: Span;
}

/** Fewer plays than this are no habit. */
const FEWEST = 100;

/** How somebody listens: account data say nothing of it, which is said instead. */
export function Habits({ answer, window }: HabitsProps) {
  const t = useTranslations("habits");
  const format = useFormat();
  const skipped = answer.data?.habits.skipped;
  return (
    <section className="sec" aria-labelledby="habits-title">
      <header>
        <h2 id="habits-title"><Finding skipped={skipped} /></h2>
        <p>{answer.data ? t("lead", { count: format.count(answer.data.totals.plays) }) : t("leadPlain")}</p>
      </header>
      <Part
        answer={answer} error={t("error")} skeleton={<div className="part-place" aria-busy="true" />}
        empty={({ habits, totals }) => (isSilent(habits) ? <p className="part-note q">{totals.plays > 0 ? t("accountOnly") : t("empty")}</p> : null)}
      >
        {({ habits, totals, from, to }) => {
          const shown = { from: from ?? window.from, to: to ?? window.to };
          return (
            <>
              <div className="two"><HowPlayed habits={habits} plays={totals.plays} window={shown} /><WherePlayed habits={habits} window={shown} /></div>
              {habits.most_skipped && <MostSkipped track={habits.most_skipped} window={shown} />}
            </>
          );
        }}
      </Part>
    </section>
  );
}

/** Which part of the plays ran their course. */
function Finding({ skipped }: { skipped: PartOf | undefined }) {
  const t = useTranslations("habits");
  const format = useFormat();
  if (!skipped || skipped.of < FEWEST) return <>{t("title")}</>;
  const plain = fraction(1 - skipped.share);
  return <>{t("find", { part: plain ? t(plain) : t("part", { share: format.share(1 - skipped.share, 0) }) })}</>;
}

/** Nothing is known of how or where: the export has no such columns. */
function isSilent({ skipped, shuffle, offline, private: hidden, platforms, countries }: HabitsPart): boolean {
  return skipped.of + shuffle.of + offline.of + hidden.of + platforms.length + countries.length === 0;
}

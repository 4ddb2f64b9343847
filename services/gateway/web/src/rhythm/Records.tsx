"use client";

import type { ReactElement, ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Rhythm } from "@/api/parts";
import { Door, TimeDoor } from "@/components/Door";
import { Help } from "@/help/Help";
import type { Topic } from "@/help/topics";
import { useFormat } from "@/intl/useFormat";
import { counted, playsHref } from "@/lib/plays";

/** The biggest day, the longest streak of days, the longest sitting. */
export function Records({ rhythm, zone }: { rhythm: Rhythm; zone: string }) {
  const t = useTranslations("rhythm");
  const format = useFormat();
  const { biggest_day: day, longest_streak: streak, longest_sitting: sitting } = rhythm;
  return (
    <ul className="facts records num" aria-label={t("records")}>
      {day && (
        <Record topic="biggest_day" name={t("biggest")} figure={<TimeDoor href={counted({ from: day.day, to: day.day })} ms={day.ms_played} />}>
          {t("biggestText", { day: format.day(day.day, "full") })}
        </Record>
      )}
      {streak && (
        <Record
          topic="longest_streak" name={t("streak")}
          figure={<Door href={counted({ from: streak.first_day, to: streak.last_day })} text={t("days", { count: streak.days })} />}
        >
          {t("streakText", { count: streak.days, from: format.day(streak.first_day), to: format.day(streak.last_day) })}
        </Record>
      )}
      {sitting && (
        <Record
          topic="longest_sitting" name={t("sitting")}
          figure={(
            <TimeDoor
              href={playsHref({ since: sitting.start, until: sitting.end, counted: "true" })} ms={Date.parse(sitting.end) - Date.parse(sitting.start)}
            />
          )}
        >
          {t("sittingText", {
            day: format.dayOf(sitting.start, zone), from: format.clock(sitting.start, zone), to: format.clock(sitting.end, zone), count: sitting.plays,
          })}
        </Record>
      )}
    </ul>
  );
}

interface RecordProps {
  topic: Topic;
  name: string;
  figure: ReactElement;
  children: ReactNode;
}

function Record({ topic, name, figure, children }: RecordProps) {
  return (
    <li>
      <b>{figure} <Help topic={topic} name={name} /></b>
      <span>{children}</span>
    </li>
  );
}

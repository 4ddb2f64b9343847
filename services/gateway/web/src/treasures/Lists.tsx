"use client";

import { useTranslations } from "use-intl";
import type { Treasures } from "@/api/parts";
import { TimeDoor } from "@/components/Door";
import { useFormat } from "@/intl/useFormat";
import { addDays } from "@/lib/dates";
import { dateOf } from "@/lib/format";
import { counted } from "@/lib/plays";
import { TreasureList } from "./TreasureList";
import { forgotten, stillLoved, type Loved, type What } from "./treasure";

interface ListProps {
  treasures: Treasures;
  what: What;
  zone: string;
  recentFrom: string;
  life: { first: string; last: string };
  /** The last day of the window. */
  until: string;
}

/** Much playing time before, and none for long. */
export function Forgotten({ treasures, what, zone, recentFrom, life, until }: ListProps) {
  const t = useTranslations("treasures");
  const format = useFormat();
  const say = (item: Loved) => t.rich("forgottenText", {
    time: () => <TimeDoor href={counted({ from: dateOf(item.first_played, zone), to: addDays(recentFrom, -1) }, item.filters)} ms={item.ms_then} />,
    month: format.month(dateOf(item.last_played, zone)),
  });
  return (
    <TreasureList
      key={what} title={t("forgotten")} topic="forgotten_treasures" items={forgotten(treasures, what)} life={life} recentFrom={recentFrom} until={until}
      empty={t("noneForgotten")}
    >
      {say}
    </TreasureList>
  );
}

/** Loved then, and now. */
export function StillLoved({ treasures, what, zone, recentFrom, life, until }: ListProps) {
  const t = useTranslations("treasures");
  const format = useFormat();
  const say = (item: Loved) => {
    const first = dateOf(item.first_played, zone);
    return t.rich("lovedText", {
      time: () => <TimeDoor href={counted({ from: first, to: until }, item.filters)} ms={item.ms_then + item.ms_now} />,
      now: () => <TimeDoor href={counted({ from: recentFrom, to: until }, item.filters)} ms={item.ms_now} />,
      year: first.slice(0, 4),
      day: format.day(recentFrom),
    });
  };
  return (
    <TreasureList
      key={what} title={t("loved")} topic="still_with_you" items={stillLoved(treasures, what)} life={life} recentFrom={recentFrom} until={until}
      empty={t("noneLoved")}
    >
      {say}
    </TreasureList>
  );
}

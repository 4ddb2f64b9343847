"use client";

import { useTranslations } from "use-intl";
import type { Sums } from "@/api/types";
import { Door, TimeDoor } from "@/components/Door";
import { LongName } from "@/components/LongName";
import { counted, type PlaysFilters } from "@/lib/plays";
import type { Span } from "@/lib/windows";

const LONG = 34;
const LONGEST = 90;

/** Never cut: a long name is set a step smaller instead. */
export function FavouriteName({ name }: { name: string }) {
  const size = name.length > LONGEST ? "name longest" : name.length > LONG ? "name long" : "name";
  return <LongName className={size} name={name} />;
}

/** Its playing time and its streams, each the door to its plays. */
export function FavouriteTime({ sums, window, filters }: { sums: Sums; window: Span; filters: PlaysFilters }) {
  const t = useTranslations("favourites");
  return (
    <p className="time num">
      <TimeDoor href={counted(window, filters)} ms={sums.ms_played} />{" "}
      <span className="q">{t("in")} <Door href={counted(window, { ...filters, streams: "true" })} text={t("streams", { count: sums.streams })} /></span>
    </p>
  );
}

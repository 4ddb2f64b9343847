"use client";

import { useTranslations } from "use-intl";
import type { Sums } from "@/api/types";
import { useFormat } from "@/intl/useFormat";

const LONG = 34;
const LONGEST = 90;

/** Never cut: a long name is set a step smaller instead. */
export function FavouriteName({ name }: { name: string }) {
  const size = name.length > LONGEST ? "name longest" : name.length > LONG ? "name long" : "name";
  return <p className={size}><bdi>{name}</bdi></p>;
}

export function FavouriteTime({ sums, onOpen }: { sums: Sums; onOpen: () => void }) {
  const t = useTranslations();
  const format = useFormat();
  const time = format.duration(sums.ms_played);
  return (
    <p className="time num">
      <button type="button" className="open" aria-label={t("plays.open", { text: time })} onClick={onOpen}>{time}</button>{" "}
      <span className="q">{t("favourites.inStreams", { count: sums.streams })}</span>
    </p>
  );
}

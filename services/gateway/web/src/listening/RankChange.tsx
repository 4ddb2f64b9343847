"use client";

import { useTranslations } from "use-intl";
import type { Listed } from "@/lib/listed";

/** Places against the window before: an arrow with a number, or a word. Nothing where the answer says nothing. */
export function RankChange({ row }: { row: Listed }) {
  const t = useTranslations("lists");
  if (row.before === undefined) return <span className="ch" />;
  if (row.before === null) return <span className="ch new">{t("new")}</span>;
  const places = row.before - row.rank;
  if (places === 0) return <span className="ch"><span className="sr">{t("rank")} </span>{t("same")}</span>;
  const up = places > 0;
  return (
    <span className="ch num">
      <span aria-hidden="true">{t(up ? "up" : "down", { places: String(Math.abs(places)) })}</span>
      <span className="sr">{t(up ? "upSpoken" : "downSpoken", { places: Math.abs(places) })}</span>
    </span>
  );
}

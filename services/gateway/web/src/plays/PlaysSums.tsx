"use client";

import { useTranslations } from "use-intl";
import type { Sums } from "@/api/types";
import { Help } from "@/help/Help";
import { useFormat } from "@/intl/useFormat";

/** The sums of all plays that fit, on whatever page: what the number said that was opened. */
export function PlaysSums({ sums }: { sums: Sums | null }) {
  const t = useTranslations("plays");
  const format = useFormat();
  if (!sums) return <p className="plays-sums late"><span className="sk line w50" /></p>;
  return (
    <p className="plays-sums num">
      <b>{format.duration(sums.ms_played)}</b>
      <span>{t("sumPlays", { count: sums.plays })}</span>
      <span>{t("sumStreams", { count: sums.streams })}</span>
      <Help topic="stream" name={t("streams")} />
    </p>
  );
}

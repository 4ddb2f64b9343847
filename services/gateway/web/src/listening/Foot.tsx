"use client";

import { useTranslations } from "use-intl";
import type { Wrapped } from "@/api/wrapped";
import { useFormat } from "@/intl/useFormat";
import { cityOf } from "@/lib/zones";

/** How it was counted, what of it is an estimate, and whose the pictures are. */
export function Foot({ zone, wrapped }: { zone: string; wrapped: Wrapped | undefined }) {
  const t = useTranslations("foot");
  const format = useFormat();
  const estimated = wrapped?.totals.estimated.ms_played ?? 0;
  return (
    <footer className="foot">
      <p>
        {t("counted")} {t("zone", { zone: cityOf(zone) })}{" "}
        {estimated > 0 && `${t("estimated", { time: format.duration(estimated) })} `}
        {wrapped?.media === "unavailable" && t("mediaAsleep")}
      </p>
    </footer>
  );
}

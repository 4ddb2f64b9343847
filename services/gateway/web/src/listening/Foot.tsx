"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { useMe } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import { useFormat } from "@/intl/useFormat";
import { resumption } from "@/lib/resumption";
import { cityOf } from "@/lib/zones";

interface FootProps {
  zone: string;
  wrapped: Wrapped | undefined;
  onPrint: () => void;
}

/** How it was counted, what of it is an estimate, whose the pictures are, when those that are missing go on; and all of it on paper. */
export const Foot = memo(function Foot({ zone, wrapped, onPrint }: FootProps) {
  const t = useTranslations("foot");
  const format = useFormat();
  const estimated = wrapped?.totals.estimated.ms_played ?? 0;
  return (
    <footer className="foot">
      <p>
        {t("counted")} {t("zone", { zone: cityOf(zone) })}{" "}
        {estimated > 0 && `${t("estimated", { time: format.duration(estimated) })} `}
        {wrapped?.media === "unavailable" && `${t("mediaAsleep")} `}
        <Resumes at={wrapped?.media_resumes_at} />
      </p>
      <p className="gap"><button type="button" className="btn" onClick={onPrint}>{t("print")}</button></p>
    </footer>
  );
});

/** In the zone of who reads, which is not that of the days of another's history. */
function Resumes({ at }: { at: string | null | undefined }) {
  const t = useTranslations("foot");
  const { locale } = useFormat();
  const when = resumption(at, useMe().data?.time_zone ?? "UTC", locale, new Date());
  if (!when) return null;
  return when.day === null ? t("resumes", { time: when.time }) : t("resumesOn", { time: when.time, day: when.day });
}

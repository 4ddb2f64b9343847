"use client";

import { useTranslations } from "use-intl";
import type { Wrapped } from "@/api/types";
import { cityOf } from "@/lib/zones";

/** How it was counted and whose the pictures are. */
export function Foot({ zone, media }: { zone: string; media: Wrapped["media"] | undefined }) {
  const t = useTranslations();
  return (
    <footer className="foot">
      <p>
        {t("foot.counted")} {t("foot.zone", { zone: cityOf(zone) })}{" "}
        {media === "unavailable" && t("favourites.mediaAsleep")}
      </p>
    </footer>
  );
}

"use client";

import { useTranslations } from "use-intl";
import type { Totals } from "@/api/wrapped";
import { TimeDoor } from "@/components/Door";
import { daysAndHours } from "@/lib/format";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";

const DAY_MS = 86_400_000;

/** The playing time of one of two windows. */
export function SideTotal({ totals, span }: { totals: Totals; span: Span }) {
  const t = useTranslations();
  return (
    <div className="side-total num">
      <p className="small q">{t("compare.total")}</p>
      <p className="disp"><TimeDoor href={counted(span)} ms={totals.ms_played} /></p>
      {totals.ms_played >= DAY_MS && <p className="q">{t("favourites.days", daysAndHours(totals.ms_played))}</p>}
    </div>
  );
}

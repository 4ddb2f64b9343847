"use client";

import { useTranslations } from "use-intl";
import type { Totals } from "@/api/wrapped";
import { TimeDoor } from "@/components/Door";
import { daysAndHours } from "@/lib/format";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";

/** The playing time of one of two windows. */
export function SideTotal({ totals, span }: { totals: Totals; span: Span }) {
  const t = useTranslations();
  const days = daysAndHours(totals.ms_played);
  return (
    <div className="side-total num">
      <p className="small q">{t("compare.total")}</p>
      <p className="disp"><TimeDoor href={counted(span)} ms={totals.ms_played} /></p>
      {days && <p className="q">{t("favourites.days", days)}</p>}
    </div>
  );
}

"use client";

import { startTransition, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Help } from "@/help/Help";
import { late } from "@/lib/late";
import type { Month } from "@/lib/life";

const LifeSheet = late(() => import("./LifeSheet"));

/** Below the life strip, and on a phone in place of it: what it is, and its values as a table. */
export function StripFoot({ months }: { months: readonly Month[] }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const life = t("window.life");
  return (
    <>
      <p className="strip-foot small">
        <span>{life}</span><Help topic="life" name={life} />
        <button type="button" className="plain" onClick={() => setOpen(true)}>{t("charts.table")}</button>
      </p>
      {open && <Suspense><LifeSheet months={months} onClose={() => startTransition(() => setOpen(false))} /></Suspense>}
    </>
  );
}

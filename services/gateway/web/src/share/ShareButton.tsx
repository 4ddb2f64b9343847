"use client";

import { startTransition, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { ShareIcon } from "@/components/Icons";
import { late } from "@/lib/late";
import type { Window } from "@/listening/useWindow";

const ShareSheet = late(() => import("./ShareSheet"));

/** Leads to a public page of the window that is shown. */
export function ShareButton({ csrf, window }: { csrf: string; window: Window }) {
  const t = useTranslations("shares");
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="chip share-open" onClick={() => setOpen(true)}><ShareIcon /> {t("open")}</button>
      {open && <Suspense><ShareSheet csrf={csrf} window={window} onClose={() => startTransition(() => setOpen(false))} /></Suspense>}
    </>
  );
}

"use client";

import { startTransition, Suspense, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Window } from "@/listening/useWindow";
import { late } from "@/lib/late";
import type { Span } from "@/lib/windows";
import { takeFocus } from "./focus";

const CompareSheet = late(() => import("./CompareSheet"));

interface CompareButtonProps {
  window: Window;
  zone: string;
  history: Span | null;
}

/** Leads to a second window beside the one that is shown. */
export function CompareButton(props: CompareButtonProps) {
  const t = useTranslations("window");
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { versus } = props.window;
  useEffect(() => {
    if (!versus) takeFocus(button.current);
  }, [versus]);
  return (
    <>
      {!versus && <button ref={button} type="button" className="chip" onClick={() => setOpen(true)}>{t("compare")}</button>}
      {open && <Suspense><CompareSheet {...props} onClose={() => startTransition(() => setOpen(false))} /></Suspense>}
    </>
  );
}

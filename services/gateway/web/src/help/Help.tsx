"use client";

import { startTransition, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { late } from "@/lib/late";
import type { Topic } from "./topics";

const DefinitionSheet = late(() => import("./DefinitionSheet"));

interface HelpProps {
  topic: Topic;
  /** What is defined, as the page calls it. */
  name: string;
}

/** The definition of a number, one click away from it. */
export function Help({ topic, name }: HelpProps) {
  const t = useTranslations("help");
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="help" aria-label={t("of", { name })} onClick={() => setOpen(true)}>?</button>
      {open && <Suspense><DefinitionSheet topic={topic} name={name} onClose={() => startTransition(() => setOpen(false))} /></Suspense>}
    </>
  );
}

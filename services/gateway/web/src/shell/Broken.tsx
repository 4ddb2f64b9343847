"use client";

import { useTranslations } from "use-intl";
import { Trouble } from "@/components/Trouble";

/** A fault of the page itself: said, with a way on, instead of an empty window. */
export function Broken({ error, reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("broken");
  return <Trouble title={t("title")} text={t("text")} error={error} retry={reset} page />;
}

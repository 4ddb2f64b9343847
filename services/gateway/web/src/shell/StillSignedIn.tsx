"use client";

import { useTranslations } from "use-intl";
import { useReason } from "@/components/useReason";

/** Why a sign-out failed. */
export function StillSignedIn({ error }: { error: Error | null }) {
  const t = useTranslations("nav");
  const reason = useReason(error);
  return error && <p className="small bad" role="alert">{t("stillSignedIn")} {reason}</p>;
}

"use client";

import { useTranslations } from "use-intl";
import { useReason } from "@/components/useReason";

/** Why something that was to be taken away is still there. */
export function NotRevoked({ error }: { error: Error | undefined }) {
  const t = useTranslations("settings");
  const reason = useReason(error ?? null);
  return error && <p className="small bad" role="alert">{t("notRevoked")} {reason}</p>;
}

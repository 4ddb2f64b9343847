"use client";

import { useTranslations } from "use-intl";
import { useReason } from "@/components/useReason";

/** Says whether a change was kept. */
export function Saved({ change }: { change: { status: "idle" | "pending" | "success" | "error"; error: Error | null } }) {
  const t = useTranslations("settings");
  const reason = useReason(change.error);
  return (
    <p className="small saved" role="status">
      {change.status === "success" && <span className="ok">{t("saved")}</span>}
      {change.status === "error" && <span className="bad">{t("notSaved")} {reason}</span>}
    </p>
  );
}

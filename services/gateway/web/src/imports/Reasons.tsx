"use client";

import { useTranslations } from "use-intl";
import type { Upload } from "@/api/types";
import { Note } from "@/components/Note";
import { useFormat } from "@/intl/useFormat";

export function Reasons({ upload, onOpen }: { upload: Upload; onOpen: () => void }) {
  const t = useTranslations("account");
  const format = useFormat();
  const reasons = Object.entries(upload.reasons).sort(([, a], [, b]) => b - a);
  const list = reasons.map(([reason, count]) => t("reasonCount", { count: format.count(count), reason })).join(", ");
  return (
    <Note>
      <b>{t("rejectedNote", { count: upload.rows.rejected })}</b> {list}{list && ". "}{t("rest")}{" "}
      <button type="button" className="open" onClick={onOpen}>{t("seeRows")}</button>
    </Note>
  );
}

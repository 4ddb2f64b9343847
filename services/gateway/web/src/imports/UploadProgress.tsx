"use client";

import { useTranslations } from "use-intl";
import { isFinal } from "@/api/queries";
import type { Upload } from "@/api/types";
import { useFormat } from "@/intl/useFormat";
import { hoursAndMinutes } from "@/lib/format";

/** Where an import is, and what it has brought so far: while it runs rows and hours, at its end what was new. */
export function UploadProgress({ upload }: { upload: Upload }) {
  const t = useTranslations("imports");
  const format = useFormat();
  const { state, rows, live } = upload;
  return (
    <>
      <span className={`state ${state}`}>{t(state)}</span>
      {!isFinal(upload) && rows.read > 0 && <span className="so-far">{t("rowsSoFar", { read: rows.read, hours: hoursAndMinutes(live.ms_played).hours })}</span>}
      {state === "done" && <span className="so-far">{t("rowsOf", { read: rows.read, imported: format.count(rows.imported) })}</span>}
    </>
  );
}

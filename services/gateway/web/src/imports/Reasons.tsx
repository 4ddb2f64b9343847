"use client";

import { Fragment } from "react";
import { useTranslations } from "use-intl";
import type { Upload } from "@/api/types";
import { Note } from "@/components/Note";
import { useFormat } from "@/intl/useFormat";
import { reasonOf } from "./serverWords";

/** How many rows were rejected for which reason: in words, and as the server calls it. */
export function Reasons({ upload, onOpen }: { upload: Upload; onOpen: () => void }) {
  const t = useTranslations("account");
  const format = useFormat();
  const reasons = Object.entries(upload.reasons).sort(([, a], [, b]) => b - a);
  return (
    <Note>
      <b>{t("rejectedNote", { count: upload.rows.rejected })}</b>{" "}
      {reasons.map(([reason, count], index) => (
        <Fragment key={reason}>
          {index > 0 && ", "}
          {format.count(count)} × <Reason text={reason} />
        </Fragment>
      ))}
      {reasons.length > 0 && ". "}
      {t("rest")} <button type="button" className="open" onClick={onOpen}>{t("seeRows")}</button>
    </Note>
  );
}

export function Reason({ text }: { text: string }) {
  const t = useTranslations("reasons");
  const known = reasonOf(text);
  return known ? <>{t(known)} (<code>{text}</code>)</> : <>{text}</>;
}

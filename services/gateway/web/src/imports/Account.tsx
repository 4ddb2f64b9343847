"use client";

import { startTransition, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import type { Rows, Upload } from "@/api/types";
import { Note } from "@/components/Note";
import { Help } from "@/help/Help";
import { useFormat } from "@/intl/useFormat";
import { late } from "@/lib/late";
import { FileTable } from "./FileTable";
import { Reasons } from "./Reasons";

const RejectionsSheet = late(() => import("./RejectionsSheet"));

/** The account of rows: in all, the reasons of what was rejected, and file by file. */
export function Account({ upload }: { upload: Upload }) {
  const t = useTranslations("account");
  const [open, setOpen] = useState(false);
  const { rows, state } = upload;
  const counted = state === "done" || state === "failed";
  return (
    <section className="sec account" aria-labelledby="account-title">
      <header>
        <div>
          <h2 id="account-title">{t("title")}</h2>
          <p>{t("rule")} {!counted && t("later")}</p>
        </div>
      </header>
      <Sums upload={upload} counted={counted} onRejected={() => setOpen(true)} />
      {counted && <Explained rows={rows} />}
      {rows.rejected > 0 && <Reasons upload={upload} onOpen={() => setOpen(true)} />}
      <FileTable files={upload.files} counted={counted} />
      {open && <Suspense><RejectionsSheet upload={upload} onClose={() => startTransition(() => setOpen(false))} /></Suspense>}
    </section>
  );
}

/** What two devices logged at once, and the estimates that this export stands for now. */
function Explained({ rows }: { rows: Rows }) {
  const t = useTranslations("account");
  const names = useTranslations("counted");
  return (
    <>
      {rows.doubles > 0 && <Note>{t("doublesNote", { count: rows.doubles })}&nbsp;<Help topic="double" name={names("doubles")} /></Note>}
      {rows.replaced_estimates > 0 && <Note>{t("replacedNote", { count: rows.replaced_estimates })}&nbsp;<Help topic="estimate" name={names("estimates")} /></Note>}
    </>
  );
}

function Sums({ upload, counted, onRejected }: { upload: Upload; counted: boolean; onRejected: () => void }) {
  const t = useTranslations("account");
  const format = useFormat();
  const { rows } = upload;
  const known = (value: number) => (counted ? format.count(value) : "–");
  return (
    <div className="acct num">
      <div className="read"><b>{format.count(rows.read)}</b><span>{t("read", { count: rows.read })}</span></div>
      <div className="imported"><b>{known(rows.imported)}</b><span>{t("imported")}</span></div>
      <div className="duplicate">
        <b>{known(rows.duplicate)}</b>
        <span>{rows.improved > 0 ? t("improved", { count: rows.duplicate, improved: format.count(rows.improved) }) : t("duplicate", { count: rows.duplicate })}</span>
      </div>
      <div className="rejected">
        <b>{rows.rejected > 0 ? <button type="button" className="open" onClick={onRejected}>{format.count(rows.rejected)}</button> : "0"}</b>
        <span>{t("rejected")}</span>
      </div>
    </div>
  );
}

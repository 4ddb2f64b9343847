"use client";

import Link from "next/link";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/api/client";
import type { Upload } from "@/api/types";
import { Trouble } from "@/components/Trouble";
import { useFormat } from "@/intl/useFormat";
import { DropZone } from "@/send/DropZone";
import { useSend } from "@/send/SendProvider";
import { useFollow } from "@/send/useFollow";
import { Account } from "./Account";
import { Failure } from "./Failure";
import { LiveTotals } from "./LiveTotals";
import { useUpload } from "./useUpload";
import { useUploadName } from "./useUploadName";

export function ImportDetail({ id, zone }: { id: string; zone: string }) {
  const t = useTranslations("import");
  const upload = useUpload(id);
  const { data, error } = upload;
  const { seen } = useSend();
  useEffect(() => seen([id]), [id, seen]);
  const missing = error instanceof ApiError && error.status === 404;

  return (
    <>
      <section className="imp">
        <p><Link className="link small" href="/imports/">← {t("back")}</Link></p>
        {!data && error && missing && <Trouble page title={t("missing")} text={t("missingText")} error={error} />}
        {!data && error && !missing && <Trouble page title={t("error")} text={t("errorText")} error={error} retry={upload.retry} />}
        {!data && !error && <Loading />}
        {data && <Head upload={data} zone={zone} />}
        {data && data.state !== "failed" && <LiveTotals upload={data} polling={upload.polling} />}
        {data?.state === "failed" && <Failure upload={data} />}
      </section>
      {data && data.files.length > 0 && <Account upload={data} />}
      {data?.state === "failed" && <Again />}
    </>
  );
}

/** After a failure, the next try: it leads to the import that comes of it. */
function Again() {
  const t = useTranslations("import");
  useFollow();
  return <section className="sec again" aria-label={t("dropAgain")}><DropZone /></section>;
}

function Head({ upload, zone }: { upload: Upload; zone: string }) {
  const t = useTranslations("import");
  const format = useFormat();
  const { state, rows } = upload;
  const name = useUploadName();
  const title = {
    receiving: "titleReceiving",
    reading: "titleReading",
    aggregating: "titleAggregating",
    done: rows.imported === 0 ? "titleNothingNew" : "titleDone",
    failed: "titleFailed",
  } as const;
  return (
    <>
      <p className="q">
        <bdi>{name(upload)}</bdi> · {format.bytes(upload.bytes)} · {format.dayOf(upload.created_at, zone)} · {t("started", { time: format.clock(upload.created_at, zone) })}
      </p>
      <h1>{t(title[state])}</h1>
    </>
  );
}

function Loading() {
  return (
    <div className="late" aria-busy="true">
      <p><span className="sk line w30" /></p>
      <div className="live"><div><p className="figure"><span className="sk line w50" /></p></div></div>
    </div>
  );
}

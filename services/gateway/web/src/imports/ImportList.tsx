"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { useUploads } from "@/api/queries";
import type { Upload } from "@/api/types";
import { Nothing } from "@/components/Nothing";
import { Trouble } from "@/components/Trouble";
import { useFormat } from "@/intl/useFormat";
import { hoursAndMinutes } from "@/lib/format";
import { DropZone } from "@/send/DropZone";
import { RowsSkeleton } from "@/listening/RowsSkeleton";
import { useUploadName } from "./useUploadName";

export function ImportList({ zone }: { zone: string }) {
  const t = useTranslations("imports");
  const uploads = useUploads();
  return (
    <section className="imp">
      <h1>{t("title")}</h1>
      <p className="lead q">{t("lead")}</p>
      <div className="imports-cols">
        <div><Uploads answer={uploads} zone={zone} /></div>
        <aside aria-label={t("new")}><DropZone /></aside>
      </div>
    </section>
  );
}

function Uploads({ answer, zone }: { answer: ReturnType<typeof useUploads>; zone: string }) {
  const t = useTranslations("imports");
  const { data } = answer;
  if (!data && answer.status === "error") return <Trouble title={t("error")} text={t("errorText")} error={answer.error} retry={answer.retry} />;
  if (!data) return <RowsSkeleton />;
  if (data.length === 0) return <Nothing title={t("empty")} seed="imports"><p className="q">{t("emptyText")}</p></Nothing>;
  return (
    <ul className="uploads num">
      {data.map((upload) => <UploadRow key={upload.id} upload={upload} zone={zone} />)}
    </ul>
  );
}

function UploadRow({ upload, zone }: { upload: Upload; zone: string }) {
  const t = useTranslations("imports");
  const format = useFormat();
  const name = useUploadName();
  const running = upload.state !== "done" && upload.state !== "failed";
  return (
    <li>
      <div>
        <Link className="tt" href={`/imports/?id=${upload.id}`}><bdi>{name(upload)}</bdi></Link>
        <p className="small q">{format.dayOf(upload.created_at, zone)}, {format.clock(upload.created_at, zone)} · {format.bytes(upload.bytes)}</p>
      </div>
      <div className="v">
        <span className={`state ${upload.state}`}>{t(upload.state)}</span>
        <small>
          {running && t("running", hoursAndMinutes(upload.live.ms_played))}
          {upload.state === "done" && t("rowsOf", { read: upload.rows.read, imported: format.count(upload.rows.imported) })}
        </small>
      </div>
    </li>
  );
}

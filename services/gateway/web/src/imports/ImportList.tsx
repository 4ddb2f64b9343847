"use client";

import Link from "next/link";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useUploads } from "@/api/queries";
import type { Upload } from "@/api/types";
import { Nothing } from "@/components/Nothing";
import { Trouble } from "@/components/Trouble";
import { useFormat } from "@/intl/useFormat";
import { DropZone } from "@/send/DropZone";
import { SendList } from "@/send/SendList";
import { useHosted, useSend } from "@/send/SendProvider";
import { RowsSkeleton } from "@/listening/RowsSkeleton";
import { UploadProgress } from "./UploadProgress";
import { useUploadName } from "./useUploadName";

/** Every import, those that are still on their way to the server first. */
export function ImportList({ zone }: { zone: string }) {
  const t = useTranslations("imports");
  const uploads = useUploads();
  const sendings = useHosted();
  useSeen(uploads.data);
  return (
    <section className="imp">
      <h1>{t("title")}</h1>
      <p className="lead q">{t("lead")}</p>
      <div className="imports-cols">
        <div>
          {sendings.length > 0 && <SendList sendings={sendings} />}
          <Uploads answer={uploads} zone={zone} busy={sendings.length > 0} />
        </div>
        <aside aria-label={t("new")}>
          <DropZone />
          <p className="gap"><Link className="link small" href="/export/" prefetch={false}>{t("how")}</Link></p>
        </aside>
      </div>
    </section>
  );
}

/** What has arrived and stands in the list is told of once. */
function useSeen(uploads: readonly Upload[] | undefined): void {
  const { seen, sendings } = useSend();
  useEffect(() => {
    if (uploads && sendings.length > 0) seen(uploads.map(({ id }) => id));
  }, [seen, sendings, uploads]);
}

function Uploads({ answer, zone, busy }: { answer: ReturnType<typeof useUploads>; zone: string; busy: boolean }) {
  const t = useTranslations("imports");
  const { data } = answer;
  if (!data && answer.status === "error") return <Trouble title={t("error")} text={t("errorText")} error={answer.error} retry={answer.retry} />;
  if (!data) return <RowsSkeleton />;
  if (data.length === 0 && busy) return null;
  if (data.length === 0) return <Nothing title={t("empty")} seed="imports"><p className="q">{t("emptyText")}</p></Nothing>;
  return (
    <ul className="uploads num">
      {data.map((upload) => <UploadRow key={upload.id} upload={upload} zone={zone} />)}
    </ul>
  );
}

function UploadRow({ upload, zone }: { upload: Upload; zone: string }) {
  const format = useFormat();
  const name = useUploadName();
  return (
    <li>
      <div>
        <Link className="tt" href={`/imports/?id=${upload.id}`}><bdi>{name(upload)}</bdi></Link>
        <p className="small q">{format.dayOf(upload.created_at, zone)}, {format.clock(upload.created_at, zone)} · {format.bytes(upload.bytes)}</p>
      </div>
      <p className="v"><UploadProgress upload={upload} /></p>
    </li>
  );
}

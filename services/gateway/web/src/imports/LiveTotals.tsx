"use client";

import Link from "next/link";
import { useTimeZone, useTranslations } from "use-intl";
import type { Upload } from "@/api/types";
import { useFormat } from "@/intl/useFormat";
import { today } from "@/lib/dates";
import { hoursAndMinutes } from "@/lib/format";
import { lastTwelveMonths } from "@/lib/windows";
import { Stages } from "./Stages";
import { useSpoken } from "./useSpoken";

/** How much has been found so far, climbing while it is read, and where on its way the import is. */
export function LiveTotals({ upload, polling }: { upload: Upload; polling: boolean }) {
  const t = useTranslations("import");
  const format = useFormat();
  const { hours } = hoursAndMinutes(upload.live.ms_played);
  const { streams } = upload.live;
  const { from, to } = lastTwelveMonths(today(useTimeZone() ?? "UTC", new Date()));
  const done = upload.state === "done";
  const nothingNew = done && upload.rows.imported === 0 && (upload.rows.read === 0 || upload.rows.rejected < upload.rows.read);
  const spoken = useSpoken(t(done ? "spokenIn" : "spoken", { hours, streams }), done);

  return (
    <div className="live">
      <div>
        <p className="figure num" aria-live="off">{format.count(hours)}</p>
        <p className="disp under num">{done ? t("hoursIn", { hours }) : t("hoursSoFar", { hours })}</p>
        <p className="time num">{t("streamsSoFar", { count: streams })}</p>
        {upload.live.top_track && <TopTrack track={upload.live.top_track} />}
        <p className="sr" role="status">{spoken}</p>
        {nothingNew && <p className="gap">{t("nothingNew", { count: upload.rows.duplicate })}</p>}
        {done && <p className="gap"><Link className="btn main" href={`/?from=${from}&to=${to}`} prefetch={false}>{t("see")}</Link></p>}
        {!done && (
          <p className="small q gap">
            {t("filesRead", { count: upload.files.length })} {t("mayClose")} {polling && t("lost")}
          </p>
        )}
      </div>
      <Stages state={upload.state} />
    </div>
  );
}

/** The track with the longest playing time so far. */
function TopTrack({ track }: { track: NonNullable<Upload["live"]["top_track"]> }) {
  const t = useTranslations("import");
  const format = useFormat();
  return (
    <p className="top-track q num">
      {t.rich("topTrack", { title: () => <b><bdi>{track.title}</bdi></b>, artist: () => <bdi>{track.artist}</bdi>, time: format.duration(track.ms_played) })}
    </p>
  );
}

"use client";

import { useTranslations } from "use-intl";
import { Art } from "@/components/Art";
import { Sheet } from "@/components/Sheet";
import { SpotifyLink } from "@/components/SpotifyLink";
import { useFormat } from "@/intl/useFormat";
import { SampleButton } from "@/sample/SampleButton";
import type { Listed, ListName } from "@/lib/listed";
import type { DetailOf } from "./detail";
import { PlaysList } from "./PlaysList";
import type { Window } from "./useWindow";

interface DetailSheetProps {
  detail: DetailOf;
  window: Window;
  zone: string;
  onClose: () => void;
}

/** The plays that a number was counted from, and whole names where a row had to cut them. */
export default function DetailSheet({ detail, window, zone, onClose }: DetailSheetProps) {
  const t = useTranslations();
  const format = useFormat();
  const title = detail === "all" ? t("plays.titleAll") : detail.row.name;
  return (
    <Sheet label={title} onClose={onClose} className="detail">
      <div className="detail-head">
        {detail !== "all" && <Art picture={detail.row.picture} name={artName(detail.row)} alt="" small />}
        <div className="detail-title">
          <p className="disp"><bdi>{title}</bdi></p>
          {detail !== "all" && detail.row.by && <p><bdi>{detail.row.by}</bdi></p>}
          <p className="small q">{t("plays.range", { from: format.day(window.from), to: format.day(window.to) })}</p>
        </div>
        <button type="button" className="btn" onClick={onClose}>{t("common.close")}</button>
      </div>
      {detail !== "all" && <RowActions row={detail.row} list={detail.list} />}
      {(detail === "all" || detail.list !== "albums") && (
        <PlaysList question={{ from: window.from, to: window.to, ...filterOf(detail) }} zone={zone} />
      )}
    </Sheet>
  );
}

function RowActions({ row, list }: { row: Listed; list: ListName }) {
  const t = useTranslations("favourites");
  const format = useFormat();
  const track = { title: row.name, artist: row.by ?? "", picture: row.picture, preview: row.preview, link: row.link };
  return (
    <div className="detail-acts">
      {list === "tracks" && <SampleButton track={track} />}
      <p className="num"><b>{format.duration(row.ms_played)}</b> <span className="q">{t("inStreams", { count: row.streams })}</span></p>
      <SpotifyLink href={row.link} />
    </div>
  );
}

function artName(row: Listed): string {
  return row.by ? `${row.by} ${row.name}` : row.name;
}

function filterOf(detail: DetailOf): { track?: string; artist?: string } {
  if (detail === "all") return {};
  const { list, row } = detail;
  return list === "tracks" ? { track: row.name, artist: row.by ?? "" } : { artist: row.name };
}

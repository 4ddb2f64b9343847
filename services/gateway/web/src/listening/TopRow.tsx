"use client";

import { useTranslations } from "use-intl";
import type { Order } from "@/api/types";
import { Art } from "@/components/Art";
import { Door, TimeDoor } from "@/components/Door";
import { AtSpotify } from "@/components/SpotifyLink";
import { useFormat } from "@/intl/useFormat";
import { filtersOfRow, type Listed, type ListName } from "@/lib/listed";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";
import { SampleButton } from "@/sample/SampleButton";
import { RankChange } from "./RankChange";

interface TopRowProps {
  row: Listed;
  by: Order;
  /** Length of the bar, the first row being 1. */
  part: number;
  list: ListName;
  window: Span;
  previous: Span | null;
  open: () => void;
}

export function TopRow({ row, by, part, list, window, previous, open }: TopRowProps) {
  const t = useTranslations();
  const format = useFormat();
  const filters = filtersOfRow(row, list);
  const time = <TimeDoor href={counted(window, filters)} ms={row.ms_played} style="row" />;
  const streams = t("favourites.streams", { count: row.streams });
  const times = (seen: string) => <Door href={counted(window, { ...filters, streams: "true" })} text={streams}>{seen}</Door>;
  const track = { title: row.name, artist: row.by ?? "", picture: row.picture, preview: row.preview, link: row.link };

  return (
    <li className={row.rank === 1 ? "row first" : "row"}>
      <span className="rk num">{row.rank}</span>
      <Art picture={row.picture} name={row.by ? `${row.by} ${row.name}` : row.name} alt="" small />
      <div className="row-text">
        <div className="tt"><button type="button" className="door" onClick={open}><bdi>{row.name}</bdi></button></div>
        <div className="ar">{row.by && <bdi>{row.by}</bdi>}<AtSpotify href={row.link} name={row.name} /></div>
        <div className="bar" aria-hidden="true"><i style={{ width: `${part * 100}%` }} /></div>
      </div>
      <div className="v">
        {by === "time" ? time : times(streams)}
        <small>{format.share(row.share)} · {by === "time" ? times(`${format.count(row.streams)}×`) : time}</small>
      </div>
      <RankChange rank={row.rank} before={row.rankBefore} href={previous && counted(previous, filters)} />
      {list === "tracks" ? <SampleButton track={track} /> : <span className="play-place" />}
    </li>
  );
}

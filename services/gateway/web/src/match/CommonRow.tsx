"use client";

import { useTranslations } from "use-intl";
import { Art } from "@/components/Art";
import { Spoken, TimeDoor } from "@/components/Door";
import { AtSpotify } from "@/components/SpotifyLink";
import { useFormat } from "@/intl/useFormat";
import type { Mirrored } from "@/lib/mirror";
import type { CommonThing } from "./Common";

interface CommonRowProps {
  rank: number;
  thing: Mirrored<CommonThing>;
  /** The name of the other one. */
  other: string;
}

/** One thing that both have heard: two bars that meet in the middle, each with its time. */
export function CommonRow({ rank, thing: { row, mine, theirs }, other }: CommonRowProps) {
  const t = useTranslations("match");
  const format = useFormat();
  const theirTime = row.other_ms_played;
  return (
    <li className="match-row">
      <span className="rk num">{rank}</span>
      <Art picture={row.picture} name={row.by ? `${row.by} ${row.name}` : row.name} alt="" small />
      <div className="match-name">
        <p className="tt"><bdi>{row.name}</bdi></p>
        <p className="ar">{row.by && <bdi>{row.by}</bdi>} <AtSpotify href={row.link} name={row.name} /></p>
      </div>
      <div className="mirror num">
        <span><span className="sr">{t("you")}: </span><TimeDoor href={row.href} ms={row.ms_played} style="row" /></span>
        <span className="half mine" aria-hidden="true"><i style={{ width: `${mine * 100}%` }} /></span>
        <span className="half theirs" aria-hidden="true"><i style={{ width: `${theirs * 100}%` }} /></span>
        <span><span className="sr">{other}: </span><Spoken text={format.spoken(theirTime)}>{format.duration(theirTime, "row")}</Spoken></span>
      </div>
    </li>
  );
}

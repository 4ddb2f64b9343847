"use client";

import { useTranslations } from "use-intl";
import type { Order } from "@/api/types";
import { Art } from "@/components/Art";
import { Door, TimeDoor } from "@/components/Door";
import { AtSpotify } from "@/components/SpotifyLink";
import { useFormat } from "@/intl/useFormat";
import { filtersOfRow, type Listed } from "@/lib/listed";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";

interface RankedRowProps {
  row: Listed;
  /** Its rank in the other window; null where it is not in that list, undefined while that is not known. */
  there: number | null | undefined;
  list: "tracks" | "artists";
  by: Order;
  span: Span;
  later: boolean;
}

export function RankedRow({ row, there, list, by, span, later }: RankedRowProps) {
  const t = useTranslations();
  const format = useFormat();
  const filters = filtersOfRow(row, list);
  return (
    <li className="ranked-row">
      <span className="rk num">{row.rank}</span>
      <Art picture={row.picture} name={row.by ? `${row.by} ${row.name}` : row.name} alt="" small />
      <div className="row-text">
        <p className="tt"><bdi>{row.name}</bdi></p>
        <p className="ar">{row.by && <bdi>{row.by}</bdi>} <AtSpotify href={row.link} name={row.name} /></p>
      </div>
      <div className="v num">
        {by === "time"
          ? <TimeDoor href={counted(span, filters)} ms={row.ms_played} style="row" />
          : <Door href={counted(span, { ...filters, streams: "true" })} text={t("favourites.streams", { count: row.streams })} />}
        <small className={there === null ? (later ? "new" : "gone") : undefined}>
          {there === null && t(later ? "compare.came" : "compare.went")}
          {typeof there === "number" && t("compare.there", { rank: format.count(there) })}
        </small>
      </div>
    </li>
  );
}

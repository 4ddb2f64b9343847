"use client";

import { useTranslations } from "use-intl";
import { usePlays } from "@/api/queries";
import { Art } from "@/components/Art";
import { useDoors } from "@/components/doors";
import { LongName } from "@/components/LongName";
import { Sheet } from "@/components/Sheet";
import { SheetHead } from "@/components/SheetHead";
import { SpotifyLink } from "@/components/SpotifyLink";
import { useFormat } from "@/intl/useFormat";
import { SampleButton } from "@/sample/SampleButton";
import { filtersOfRow, type Listed } from "@/lib/listed";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";
import { PlaysList } from "@/plays/PlaysList";
import type { DetailOf } from "./detail";
import { RankChange } from "./RankChange";
import { TimeInStreams } from "./TimeInStreams";

interface DetailSheetProps {
  detail: DetailOf;
  window: Span;
  zone: string;
  onClose: () => void;
}

/** One row of a list: its whole names where the row had to cut them, its sums, and, if they are one's own, its plays in the window. */
export default function DetailSheet({ detail, window, zone, onClose }: DetailSheetProps) {
  const t = useTranslations();
  const format = useFormat();
  const { row } = detail;
  const own = useDoors();
  return (
    <Sheet label={row.name} onClose={onClose} className="detail">
      <SheetHead picture={<Art picture={row.picture} name={row.by ? `${row.by} ${row.name}` : row.name} alt="" small />} onClose={onClose}>
        <LongName className="disp" name={row.name} />
        {row.by && <p><bdi>{row.by}</bdi></p>}
        <p className="small q">{t("plays.range", { from: format.day(window.from), to: format.day(window.to) })}</p>
      </SheetHead>
      <RowSums detail={detail} window={window} zone={zone} />
      {own && <RowPlays detail={detail} window={window} zone={zone} />}
    </Sheet>
  );
}

function RowPlays({ detail: { row, list }, window, zone }: Omit<DetailSheetProps, "onClose">) {
  const plays = usePlays({ from: window.from, to: window.to, ...filtersOfRow(row, list) });
  return <PlaysList plays={plays} zone={zone} named={list !== "tracks"} />;
}

function RowSums({ detail: { row, list, previous }, window, zone }: Omit<DetailSheetProps, "onClose">) {
  const t = useTranslations("favourites");
  const format = useFormat();
  const filters = filtersOfRow(row, list);
  return (
    <>
      <div className="detail-acts">
        {list === "tracks" && <SampleButton track={asTrack(row)} />}
        <p className="num"><TimeInStreams sums={row} window={window} filters={filters} strong /></p>
        <span className="q">{t("rank", { rank: row.rank })} <RankChange rank={row.rank} before={row.rankBefore} href={previous && counted(previous, filters)} /></span>
        <SpotifyLink href={row.link} />
      </div>
      <p className="small q num">{t("firstLast", { first: format.dayOf(row.firstPlayed, zone), last: format.dayOf(row.lastPlayed, zone) })}</p>
    </>
  );
}

function asTrack({ name, by, picture, preview, link }: Listed) {
  return { title: name, artist: by ?? "", picture, preview, link };
}

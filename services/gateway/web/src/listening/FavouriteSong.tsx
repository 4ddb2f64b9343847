"use client";

import { useTranslations } from "use-intl";
import { Art } from "@/components/Art";
import { SpotifyLink } from "@/components/SpotifyLink";
import { Help } from "@/help/Help";
import { SampleButton } from "@/sample/SampleButton";
import { filtersOfRow, type Listed } from "@/lib/listed";
import type { Span } from "@/lib/windows";
import { FavouriteName } from "./FavouriteName";
import { TimeInStreams } from "./TimeInStreams";

interface FavouriteSongProps {
  row: Listed;
  album: string | null;
  window: Span;
}

export function FavouriteSong({ row, album, window }: FavouriteSongProps) {
  const t = useTranslations("favourites");
  const track = { title: row.name, artist: row.by ?? "", picture: row.picture, preview: row.preview, link: row.link };
  return (
    <section aria-label={t("song")}>
      <p className="what">{t("song")} <Help topic="favourites" name={t("section")} /></p>
      <div className="pic">
        <Art picture={row.picture} name={`${row.by} ${row.name}`} alt={t("coverOf", { album: album ?? row.name })} />
        <SampleButton track={track} large />
      </div>
      <FavouriteName name={row.name} />
      <p className="by">
        <bdi>{row.by}</bdi> {album && <span className="q">· <bdi>{album}</bdi></span>}
      </p>
      <p className="time num"><TimeInStreams sums={row} window={window} filters={filtersOfRow(row, "tracks")} /></p>
      <div className="acts"><SpotifyLink href={row.link} /></div>
    </section>
  );
}

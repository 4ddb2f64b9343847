"use client";

import { useTranslations } from "use-intl";
import { Art } from "@/components/Art";
import { SpotifyLink } from "@/components/SpotifyLink";
import { SampleButton } from "@/sample/SampleButton";
import type { Listed } from "@/lib/listed";
import type { OpenDetail } from "./detail";
import { FavouriteName, FavouriteTime } from "./FavouriteParts";

interface FavouriteSongProps {
  row: Listed;
  album: string | null;
  open: OpenDetail;
}

export function FavouriteSong({ row, album, open }: FavouriteSongProps) {
  const t = useTranslations("favourites");
  const track = { title: row.name, artist: row.by ?? "", picture: row.picture, preview: row.preview, link: row.link };
  return (
    <section aria-label={t("song")}>
      <p className="what">{t("song")}</p>
      <div className="pic">
        <Art picture={row.picture} name={`${row.by} ${row.name}`} alt={t("coverOf", { album: album ?? row.name })} />
        <SampleButton track={track} large />
      </div>
      <FavouriteName name={row.name} />
      <p className="by">
        <bdi>{row.by}</bdi> {album && <span className="q">· <bdi>{album}</bdi></span>}
      </p>
      <FavouriteTime sums={row} onOpen={() => open({ list: "tracks", row })} />
      <div className="acts"><SpotifyLink href={row.link} /></div>
    </section>
  );
}

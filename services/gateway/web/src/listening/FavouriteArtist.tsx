"use client";

import { useTranslations } from "use-intl";
import type { TopArtist, TopTrack } from "@/api/types";
import { Art } from "@/components/Art";
import { SpotifyLink } from "@/components/SpotifyLink";
import { artistRow } from "@/lib/listed";
import type { OpenDetail } from "./detail";
import { FavouriteName, FavouriteTime } from "./FavouriteParts";

interface FavouriteArtistProps {
  artist: TopArtist;
  /** The top tracks of the window, to name the one of this artist that was heard most. */
  tracks: readonly TopTrack[];
  open: OpenDetail;
}

export function FavouriteArtist({ artist, tracks, open }: FavouriteArtistProps) {
  const t = useTranslations("favourites");
  const most = tracks.find((track) => track.artist === artist.name)?.title;
  return (
    <section aria-label={t("artist")}>
      <p className="what">{t("artist")}</p>
      <div className="pic">
        <Art picture={artist.image} name={artist.name} alt={t("pictureOf", { artist: artist.name })} />
      </div>
      <FavouriteName name={artist.name} />
      <p className="by">
        {t("tracks", { count: artist.tracks })}{" "}
        {most && <span className="q">· {t.rich("most", { title: () => <bdi>{most}</bdi> })}</span>}
      </p>
      <FavouriteTime sums={artist} onOpen={() => open({ list: "artists", row: artistRow(artist) })} />
      <div className="acts"><SpotifyLink href={artist.link} /></div>
    </section>
  );
}

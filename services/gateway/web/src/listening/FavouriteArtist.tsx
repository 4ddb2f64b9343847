"use client";

import { useTranslations } from "use-intl";
import type { TopArtist, TopTrack } from "@/api/wrapped";
import { Art } from "@/components/Art";
import { Door } from "@/components/Door";
import { SpotifyLink } from "@/components/SpotifyLink";
import { artistRow, filtersOfRow } from "@/lib/listed";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";
import { FavouriteName } from "./FavouriteName";
import { TimeInStreams } from "./TimeInStreams";

interface FavouriteArtistProps {
  artist: TopArtist;
  /** The top tracks of the window, to name the one of this artist that was heard most. */
  tracks: readonly TopTrack[];
  window: Span;
}

export function FavouriteArtist({ artist, tracks, window }: FavouriteArtistProps) {
  const t = useTranslations("favourites");
  const filters = filtersOfRow(artistRow(artist), "artists");
  const most = tracks.find((track) => track.artist === artist.name)?.title;
  return (
    <section aria-label={t("artist")}>
      <p className="what">{t("artist")}</p>
      <div className="pic">
        <Art picture={artist.image} name={artist.name} alt={t("pictureOf", { artist: artist.name })} />
      </div>
      <FavouriteName name={artist.name} />
      <p className="by">
        <Door href={counted(window, filters)} text={t("tracks", { count: artist.tracks })} />{" "}
        {most && <span className="q">· {t.rich("most", { title: () => <bdi>{most}</bdi> })}</span>}
      </p>
      <p className="time num"><TimeInStreams sums={artist} window={window} filters={filters} /></p>
      <div className="acts"><SpotifyLink href={artist.link} /></div>
    </section>
  );
}

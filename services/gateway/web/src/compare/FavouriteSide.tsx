"use client";

import { useTranslations } from "use-intl";
import { Art } from "@/components/Art";
import { SpotifyLink } from "@/components/SpotifyLink";
import { SampleButton } from "@/sample/SampleButton";
import { TimeInStreams } from "@/listening/TimeInStreams";
import { filtersOfRow, type Listed } from "@/lib/listed";
import type { Span } from "@/lib/windows";

interface FavouriteSideProps {
  list: "tracks" | "artists";
  row: Listed;
  album: string | null;
  span: Span;
}

/** The song or the artist of one of two windows, its name never cut. */
export function FavouriteSide({ list, row, album, span }: FavouriteSideProps) {
  const t = useTranslations("favourites");
  const what = t(list === "tracks" ? "song" : "artist");
  const alt = list === "tracks" ? t("coverOf", { album: album ?? row.name }) : t("pictureOf", { artist: row.name });
  return (
    <section className="side-fav" aria-label={what}>
      <Art picture={row.picture} name={row.by ? `${row.by} ${row.name}` : row.name} alt={alt} />
      <div>
        <p className="small q">{what}</p>
        <p className="side-name"><bdi>{row.name}</bdi></p>
        {row.by && <p><bdi>{row.by}</bdi></p>}
        <p className="num"><TimeInStreams sums={row} window={span} filters={filtersOfRow(row, list)} /></p>
        <p className="side-acts">
          {list === "tracks" && row.preview && <SampleButton track={{ title: row.name, artist: row.by ?? "", picture: row.picture, preview: row.preview, link: row.link }} />}
          <SpotifyLink href={row.link} />
        </p>
      </div>
    </section>
  );
}

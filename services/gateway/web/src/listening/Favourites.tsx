"use client";

import { memo, Suspense } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import { Trouble } from "@/components/Trouble";
import { late } from "@/lib/late";
import { trackRow } from "@/lib/listed";
import type { Span } from "@/lib/windows";
import { FavouriteArtist } from "./FavouriteArtist";
import { FavouriteSong } from "./FavouriteSong";
import { FavouritesSkeleton } from "./FavouritesSkeleton";
import { TotalTime } from "./TotalTime";
import type { Window } from "./useWindow";

const EmptyWindow = late(() => import("./EmptyWindow"));

interface FavouritesProps {
  answer: Answer<Wrapped>;
  window: Window;
  history: Span | null;
}

/** The three, and what stands in their place where they are not known or where there are none. */
export function Favourites({ answer, window, history }: FavouritesProps) {
  const t = useTranslations("favourites");
  const { data, status, stale } = answer;
  if (status === "error" && (!data || stale)) {
    return (
      <div className="trio one">
        <Trouble title={t("error")} text={t("errorText")} error={answer.error} retry={answer.retry} />
      </div>
    );
  }
  if (!data) return <FavouritesSkeleton />;
  if (data.totals.plays === 0) return <Suspense fallback={<FavouritesSkeleton />}><EmptyWindow window={window} history={history} /></Suspense>;
  return (
    <div className={stale ? "trio dim" : "trio"} aria-busy={stale}>
      <Three data={data} from={window.from} to={window.to} since={history?.from ?? null} />
    </div>
  );
}

interface ThreeProps extends Span {
  data: Wrapped;
  /** The first day of the history; null while it is not known. */
  since: string | null;
}

/** The song, the artist and the time of the window, around which everything else stands. Not drawn anew while others are awaited. */
const Three = memo(function Three({ data, from, to, since }: ThreeProps) {
  const t = useTranslations("favourites");
  const { artist, track: song } = data.favourites;
  const window = { from, to };
  return (
    <>
      {song ? (
        <FavouriteSong row={trackRow(song)} album={song.album} window={window} />
      ) : (
        <section>
          <p className="what">{t("song")}</p>
          <p className="name">{t("noSong")}</p>
          <p className="by q">{t("noSongText")}</p>
        </section>
      )}
      {artist && <FavouriteArtist artist={artist} tracks={data.top_tracks} window={window} />}
      <TotalTime totals={data.totals} window={window} since={since} />
    </>
  );
});

"use client";

import { useTranslations } from "use-intl";
import { Nothing } from "@/components/Nothing";
import { Trouble } from "@/components/Trouble";
import { Help } from "@/help/Help";
import { artistRow, trackRow } from "@/lib/listed";
import { FavouriteSide } from "./FavouriteSide";
import { SideHead } from "./SideHead";
import { SideSkeleton } from "./SideSkeleton";
import { laterOf, type Side, type Sides } from "./sides";
import { SideTotal } from "./SideTotal";

/** The three favourites of either window. One that could not be read takes the other not down. */
export function CompareFavourites({ sides }: { sides: Sides }) {
  const t = useTranslations();
  return (
    <section className="sec compare-first" aria-labelledby="compare-favourites">
      <header>
        <h2 id="compare-favourites"><Finding sides={sides} /></h2>
        <p>{t("compare.favourites")}&nbsp;<Help topic="favourites" name={t("favourites.section")} /></p>
      </header>
      <div className="duo">{([0, 1] as const).map((place) => <Column key={place} side={sides[place]} place={place} />)}</div>
    </section>
  );
}

/** Whether the artist that leads is another one. */
function Finding({ sides }: { sides: Sides }) {
  const t = useTranslations("compare");
  const later = laterOf([sides[0].span, sides[1].span]);
  const [now, then] = [sides[later], sides[1 - later]].map((side) => side?.answer.data?.favourites.artist?.name);
  if (!now || !then) return <>{t("favourites")}</>;
  if (now === then) return <>{t.rich("stays", { artist: () => <bdi>{now}</bdi> })}</>;
  return <>{t.rich("moved", { then: () => <bdi>{then}</bdi>, now: () => <bdi>{now}</bdi> })}</>;
}

function Column({ side: { span, answer }, place }: { side: Side; place: 0 | 1 }) {
  return (
    <div className={answer.stale ? "side dim" : "side"} aria-busy={answer.stale || answer.status === "pending"}>
      <SideHead span={span} place={place} />
      <Filled side={{ span, answer }} />
    </div>
  );
}

function Filled({ side: { span, answer } }: { side: Side }) {
  const t = useTranslations("compare");
  const { data, status, stale, error, retry } = answer;
  if (status === "error" && (!data || stale)) return <Trouble title={t("windowError")} text="" error={error} retry={retry} />;
  if (!data) return <SideSkeleton />;
  if (data.totals.plays === 0) return <Nothing title={t("silentWindow")} seed={span.from} />;
  const { track, artist } = data.favourites;
  return (
    <>
      <SideTotal totals={data.totals} span={span} />
      {track && <FavouriteSide list="tracks" row={trackRow(track)} album={track.album} span={span} />}
      {artist && <FavouriteSide list="artists" row={artistRow(artist)} album={null} span={span} />}
    </>
  );
}

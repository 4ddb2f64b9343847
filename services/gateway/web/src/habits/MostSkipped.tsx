"use client";

import { useTranslations } from "use-intl";
import type { MostSkipped as Track } from "@/api/parts";
import { Art } from "@/components/Art";
import { Door } from "@/components/Door";
import { AtSpotify } from "@/components/SpotifyLink";
import { Help } from "@/help/Help";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";

/** The track that was skipped most often. */
export function MostSkipped({ track, window }: { track: Track; window: Span }) {
  const t = useTranslations("habits");
  const filters = { kind: "track", track: track.title, artist: track.artist };
  return (
    <div className="most-skipped">
      <Art picture={track.cover} name={`${track.artist} ${track.title}`} alt="" small />
      <p className="num">
        <span className="q">{t("mostSkipped")}:</span> <b><bdi>{track.title}</bdi></b> <span className="q"><bdi>{track.artist}</bdi></span> <AtSpotify href={track.link} name={track.title} />
        <Help topic="most_skipped" name={t("mostSkipped")} />
        <br />
        <Door href={counted(window, { ...filters, skipped: "true" })} text={t("times", { count: track.skips })} />{" "}
        <span className="q">{t("ofPlays")}</span> <Door href={counted(window, filters)} text={t("plays", { count: track.plays })} />
      </p>
    </div>
  );
}

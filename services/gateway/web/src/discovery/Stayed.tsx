"use client";

import { useTranslations } from "use-intl";
import type { Discovery } from "@/api/parts";
import { TimeDoor } from "@/components/Door";
import { MediaRow } from "@/components/MediaRow";
import { ShowAll } from "@/components/ShowAll";
import { useFormat } from "@/intl/useFormat";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";
import type { What } from "./Discovery";

interface StayedProps {
  discovery: Discovery;
  what: What;
  window: Span;
}

const FIRST = 4;

/** What was new and was heard most since. */
export function Stayed({ discovery, what, window }: StayedProps) {
  const t = useTranslations("discovery");
  const format = useFormat();
  const since = (day: string) => t("since", { day: format.day(day) });
  return (
    <div>
      <div className="titled"><h3>{t("stayed")}</h3></div>
      {what === "artists" ? (
        <ShowAll key={what} items={discovery.new_artists} first={FIRST} className="media-rows">
          {(artist, index) => (
            <MediaRow key={index} picture={artist.image} name={artist.name} link={artist.link}>
              <p className="small q num">
                {since(artist.day)} · <TimeDoor href={counted(window, { artist: artist.name, kind: "track" })} ms={artist.ms_played} />
                {" · "}{t("tracksCount", { count: artist.tracks })}
              </p>
            </MediaRow>
          )}
        </ShowAll>
      ) : (
        <ShowAll key={what} items={discovery.new_tracks} first={FIRST} className="media-rows">
          {(track, index) => (
            <MediaRow key={index} picture={track.cover} name={track.title} by={track.artist} link={track.link}>
              <p className="small q num">
                {since(track.day)} ·{" "}
                <TimeDoor href={counted(window, { track: track.title, artist: track.artist, kind: "track" })} ms={track.ms_played} />
              </p>
            </MediaRow>
          )}
        </ShowAll>
      )}
    </div>
  );
}

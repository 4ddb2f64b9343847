"use client";

import { useTranslations } from "use-intl";
import type { Order } from "@/api/types";
import { Help } from "@/help/Help";
import { useFormat } from "@/intl/useFormat";
import { fraction, listFinding } from "@/lib/finding";
import type { Listed, ListName } from "@/lib/listed";

interface ListHeadingProps {
  id: string;
  list: ListName;
  by: Order;
  rows: readonly Listed[] | undefined;
}

const FIND = { tracks: "findTracks", artists: "findArtists", albums: "findAlbums", shows: "findShows" } as const;
const TOPICS = { tracks: "top_tracks", artists: "top_artists", albums: "top_albums", shows: "top_shows" } as const;
/** What a list is called. */
export const PLAIN = { tracks: "plainTracks", artists: "plainArtists", albums: "plainAlbums", shows: "plainShows" } as const;

/** The finding is the heading; where there is too little for one, the plain name of the list. */
export function ListHeading({ id, list, by, rows }: ListHeadingProps) {
  const t = useTranslations("lists");
  const format = useFormat();
  const part = rows ? listFinding(rows) : null;
  const plain = part === null ? null : fraction(part);
  const words = part === null ? null : plain ? t(plain) : format.share(part, 0);
  return (
    <header>
      <h2 id={id}>
        {words === null || !rows ? t(PLAIN[list]) : t(`${FIND[list]}${by === "time" ? "Time" : "Streams"}`, { count: rows.length, part: words })}
      </h2>
      <p>
        {t(by === "time" ? "ruleTime" : "ruleStreams")}&nbsp;<Help topic={TOPICS[list]} name={t(PLAIN[list])} />
        <span className="ranks">{t("changes")}&nbsp;<Help topic="rank_before" name={t("changesName")} /></span>
      </p>
    </header>
  );
}

"use client";

import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Order } from "@/api/types";
import type { Wrapped } from "@/api/wrapped";
import { Nothing } from "@/components/Nothing";
import { Trouble } from "@/components/Trouble";
import { useFormat } from "@/intl/useFormat";
import { weight, type Listed, type ListName } from "@/lib/listed";
import type { Span } from "@/lib/windows";
import type { OpenDetail } from "./detail";
import { RowsSkeleton } from "./RowsSkeleton";
import { TopRow } from "./TopRow";

interface TopListProps {
  answer: Answer<Wrapped>;
  list: ListName;
  rows: Listed[] | undefined;
  by: Order;
  window: Span;
  open: OpenDetail;
  totalsKnown: boolean;
}

/** As many as are read before one decides to see them all. */
const FIRST = 10;
const EMPTY = { tracks: "emptyTracks", artists: "emptyArtists", albums: "emptyAlbums", shows: "emptyShows" } as const;

export function TopList({ answer, list, rows, by, window, open, totalsKnown }: TopListProps) {
  const t = useTranslations("lists");
  const format = useFormat();
  const [all, setAll] = useState(false);
  // The button answers at once, the rows come when they are drawn.
  const allThere = useDeferredValue(all);

  if (answer.status === "error" && (!rows || answer.stale)) {
    return <Trouble title={t("error")} text={totalsKnown ? t("errorText") : ""} error={answer.error} retry={answer.retry} />;
  }
  if (!rows) return <RowsSkeleton />;
  if (rows.length === 0) return <Nothing title={t(EMPTY[list])} seed={list}><p className="q">{t("emptyText")}</p></Nothing>;

  const before = answer.data?.totals.previous ?? null;
  // Against a silent window everything would be new, which says nothing.
  const previous = before && before.plays > 0 ? before : null;
  const longest = Math.max(...rows.map((row) => weight(row, by)), 1);
  return (
    <div className={answer.stale ? "rows-part dim" : "rows-part"} aria-busy={answer.stale}>
      <ol className="rows">
        {rows.slice(0, allThere ? undefined : FIRST).map((row) => (
          <TopRow
            key={row.key} row={row} by={by} part={weight(row, by) / longest} list={list} window={window} previous={previous}
            open={() => open({ list, row, previous })}
          />
        ))}
      </ol>
      {rows.length > FIRST && (
        <p className="more">
          <button type="button" className="btn" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("showFewer") : t("showMore", { count: format.count(rows.length) })}
          </button>
        </p>
      )}
    </div>
  );
}

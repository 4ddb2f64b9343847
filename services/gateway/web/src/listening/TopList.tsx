"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { LIMIT } from "@/api/address";
import type { Answer } from "@/api/queries";
import type { Order } from "@/api/types";
import type { Wrapped } from "@/api/wrapped";
import { Nothing } from "@/components/Nothing";
import { PartTrouble } from "@/components/PartTrouble";
import { Trouble } from "@/components/Trouble";
import { useFormat } from "@/intl/useFormat";
import { beginsAfter } from "@/lib/compare";
import { rowsOf, totalOf, weight, type ListName } from "@/lib/listed";
import { finder } from "@/lib/search";
import type { Span } from "@/lib/windows";
import type { OpenDetail } from "./detail";
import { ListEnd } from "./ListEnd";
import { RowsSkeleton } from "./RowsSkeleton";
import { SaveRows } from "./SaveRows";
import { TopRow } from "./TopRow";

interface TopListProps {
  answer: Answer<Wrapped>;
  /** A longer answer is on its way. */
  waiting: boolean;
  /** How long the lists of the answer can be. */
  limit: number;
  /** A longer answer, where it could not be read. */
  failed: Answer<Wrapped> | null;
  list: ListName;
  by: Order;
  window: Span;
  /** The first day of the history; null while it is not known. */
  since: string | null;
  /** What is looked for; blank for the list as it is. */
  query: string;
  /** How many rows are wanted. */
  length: number;
  onLength: (length: number) => void;
  open: OpenDetail;
  totalsKnown: boolean;
}

const EMPTY = { tracks: "emptyTracks", artists: "emptyArtists", albums: "emptyAlbums", shows: "emptyShows" } as const;

/** The rows of one list, each with its rank in the whole; of a search only those that are found. */
export function TopList({ answer, waiting, limit, failed, list, by, window, since, query, length, onLength, open, totalsKnown }: TopListProps) {
  const t = useTranslations("lists");
  const { locale } = useFormat();
  const rows = useMemo(() => answer.data && rowsOf(answer.data, list), [answer.data, list]);
  const wanted = query.trim();
  const found = useMemo(() => {
    if (!rows || wanted === "") return rows;
    const finds = finder(wanted, locale);
    return rows.filter(({ name, by: whose }) => finds([name, whose]));
  }, [locale, rows, wanted]);

  if (answer.status === "error" && (!rows || answer.stale)) {
    return <Trouble title={t("error")} text={totalsKnown ? t("errorText") : ""} error={answer.error} retry={answer.retry} />;
  }
  if (!answer.data || !rows || !found) return <RowsSkeleton />;
  if (rows.length === 0) return <Nothing title={t(EMPTY[list])} seed={list}><p className="q">{t("emptyText")}</p></Nothing>;

  const before = answer.data.totals.previous;
  // Against a silent window, or one from before the history, everything would be new, which says nothing.
  const previous = before && before.plays > 0 && !beginsAfter(since, before) ? before : null;
  const longest = Math.max(...rows.map((row) => weight(row, by)), 1);
  const shown = wanted === "" ? length : Math.max(length, LIMIT);
  return (
    <div className={answer.stale ? "rows-part dim" : "rows-part"} aria-busy={answer.stale || waiting}>
      <ol className="rows">
        {found.slice(0, shown).map((row) => (
          <TopRow
            key={row.key} row={row} by={by} part={weight(row, by) / longest} list={list} window={window} previous={previous}
            open={() => open({ list, row, previous })}
          />
        ))}
      </ol>
      {failed && <PartTrouble answer={failed} title={t("moreError")} />}
      <ListEnd
        list={list} window={window} rows={rows.length} total={totalOf(answer.data.totals, list)} limit={limit} shown={shown} onLength={onLength}
        waiting={waiting} failed={failed !== null} found={wanted === "" ? null : found.length}
      />
      {found.length > 0 && <SaveRows list={list} rows={found} window={window} />}
    </div>
  );
}

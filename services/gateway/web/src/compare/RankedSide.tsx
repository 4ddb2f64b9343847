"use client";

import { useTranslations } from "use-intl";
import type { Order } from "@/api/types";
import { Trouble } from "@/components/Trouble";
import { RowsSkeleton } from "@/listening/RowsSkeleton";
import type { Listed } from "@/lib/listed";
import { identityOf } from "@/lib/sideBySide";
import { RankedRow } from "./RankedRow";
import { SideHead } from "./SideHead";
import type { Side } from "./sides";

interface RankedSideProps {
  side: Side;
  place: 0 | 1;
  list: "tracks" | "artists";
  by: Order;
  rows: readonly Listed[] | undefined;
  /** The ranks in the other window; undefined until they are known. */
  ranks: ReadonlyMap<string, number> | undefined;
  /** It is the later one of both. */
  later: boolean;
}

/** The list of one of two windows. */
export function RankedSide({ side: { span, answer }, place, list, by, rows, ranks, later }: RankedSideProps) {
  return (
    <div className={answer.stale ? "side dim" : "side"} aria-busy={answer.stale || !rows}>
      <SideHead span={span} place={place} />
      <Rows answer={answer} rows={rows}>
        {(row) => <RankedRow key={row.key} row={row} there={ranks && (ranks.get(identityOf(row)) ?? null)} list={list} by={by} span={span} later={later} />}
      </Rows>
    </div>
  );
}

type RowsProps = Pick<Side, "answer"> & Pick<RankedSideProps, "rows"> & { children: (row: Listed) => React.ReactNode };

function Rows({ answer, rows, children }: RowsProps) {
  const t = useTranslations();
  if (answer.status === "error" && (!rows || answer.stale)) return <Trouble title={t("compare.windowError")} text="" error={answer.error} retry={answer.retry} />;
  if (!rows) return <RowsSkeleton />;
  if (rows.length === 0) return <p className="part-note q">{t("compare.silentWindow")}.</p>;
  return <ol className="ranked">{rows.map(children)}</ol>;
}

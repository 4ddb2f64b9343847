"use client";

import { useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Rhythm } from "@/api/parts";
import { Chart } from "@/charts/Chart";
import { drawBars } from "@/charts/drawBars";
import { useInMs } from "@/charts/useInMs";
import { useFormat } from "@/intl/useFormat";
import { counted } from "@/lib/plays";
import { sum } from "@/lib/rhythm";
import { pieces, pieceUnit, sideBySide, type Piece } from "@/lib/sideBySide";
import type { Spans } from "./sides";
import { useKeysOfSides } from "./useKeysOfSides";
import { usePieceNames } from "./usePieceNames";

const TITLES = { day: "compare.byDay", month: "rhythm.months", quarter: "rhythm.monthsQuarter", year: "rhythm.monthsYear" } as const;

/** The first day, month, quarter or year of one window beside the first of the other, and so on. */
export function ComparePieces({ one, other, spans }: { one: Rhythm; other: Rhythm; spans: Spans }) {
  const t = useTranslations();
  const format = useFormat();
  const inMs = useInMs();
  const keys = useKeysOfSides(spans);
  const names = usePieceNames();
  const unit = pieceUnit(one, other);
  const pairs = useMemo(() => sideBySide(pieces(one, spans[0], unit), pieces(other, spans[1], unit)), [one, other, spans, unit]);
  const bars = useMemo(() => {
    const told = (piece: Piece | null) => (piece ? [`${names.full(piece)} · ${format.duration(piece.ms)}`] : []);
    return pairs.flatMap(([mine, theirs], index) => {
      const named = mine ?? theirs;
      return named ? [{
        key: String(index), ...names.axis(named, pairs.length), text: mine ? format.hours(mine.ms) : "", value: mine?.ms ?? 0, before: theirs?.ms ?? null,
        label: [...told(mine), ...told(theirs)].join(" — "), href: counted(named),
      }] : [];
    });
  }, [format, names, pairs]);
  const draw = useCallback((width: number) => drawBars(bars, width), [bars]);
  const table = () => {
    const columns = spans.map(({ from, to }) => format.range(from, to));
    const cell = (piece: Piece | null) => ({ text: piece ? format.duration(piece.ms) : "–", value: piece?.ms ?? null, ...(piece && { href: counted(piece) }) });
    return {
      columns: [t("rhythm.month"), ...columns],
      header: [t("rhythm.month"), ...columns.map(inMs)],
      rows: pairs.map(([mine, theirs], index) => ({
        key: String(index), head: [mine, theirs].flatMap((piece) => (piece ? [names.full(piece)] : [])).join(" – "),
        plain: String(index + 1), cells: [cell(mine), cell(theirs)],
      })),
    };
  };
  const [time = 0, others = 0] = [0, 1].map((place) => sum(pairs.map((pair) => pair[place]?.ms ?? 0)));
  return (
    <Chart
      title={t(TITLES[unit])} topic="months" window={spans[0]} draw={draw} table={table} keys={keys}
      name={t("compare.piecesName", { time: format.duration(time), other: format.duration(others) })}
    />
  );
}

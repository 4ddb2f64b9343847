"use client";

import { useTranslations } from "use-intl";
import { DoorWords } from "@/components/Door";
import { useFormat } from "@/intl/useFormat";
import { FIRST, lengthAfter, LONGEST, type ListName } from "@/lib/listed";
import { counted } from "@/lib/plays";
import type { Span } from "@/lib/windows";

interface ListEndProps {
  list: ListName;
  window: Span;
  /** How many rows there are here, of how many in the window (null: unknown), and how many there could be here. */
  rows: number;
  total: number | null;
  limit: number;
  /** At most so many are shown. */
  shown: number;
  onLength: (length: number) => void;
  waiting: boolean;
  /** More could not be read: it is tried again above. */
  failed: boolean;
  /** How many of the rows fit a search; null without one. */
  found: number | null;
}

/** Below a list: how many were found, more or fewer of them, and, where the list must end, where the rest is. */
export function ListEnd({ list, window, rows, total, limit, shown, onLength, waiting, failed, found }: ListEndProps) {
  const t = useTranslations("lists");
  const format = useFormat();
  const whole = total === null ? rows < limit : rows >= total;
  const here = found ?? rows;
  const next = Math.min(lengthAfter(shown), found ?? (whole ? rows : LONGEST));
  const more = !failed && (shown < here || (found === null && !whole && shown < LONGEST));
  const ended = limit === LONGEST && !whole && (found !== null || shown >= LONGEST);
  return (
    <>
      <p className="found small q" role="status">
        {found !== null && (waiting ? t("searching") : t("found", { count: found, all: format.count(rows) }))}
      </p>
      <p className="more">
        {more && (
          <button type="button" className="btn" aria-disabled={waiting} onClick={() => !waiting && onLength(next)}>
            {whole && next === rows ? t("showMore", { count: format.count(next) }) : t("showTo", { count: format.count(next) })}
          </button>
        )}
        {found === null && shown > FIRST && rows > FIRST && <button type="button" className="btn" onClick={() => onLength(FIRST)}>{t("showFewer")}</button>}
      </p>
      {ended && (
        <p className="small q beyond">
          {t.rich("beyond", {
            rows: format.count(rows), all: total === null ? "none" : format.count(total),
            link: (words) => <DoorWords href={counted(window, { kind: list === "shows" ? "show" : "track" })}>{words}</DoorWords>,
          })}
        </p>
      )}
    </>
  );
}

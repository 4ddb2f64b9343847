"use client";

import { memo, useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { LIMIT, type WrappedQuestion } from "@/api/address";
import { PENDING, type Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import { Segments } from "@/components/Segments";
import { FIRST, LISTS, rowsOf, type ListName } from "@/lib/listed";
import type { OpenDetail } from "./detail";
import { ListHeading } from "./ListHeading";
import { TopList } from "./TopList";
import { BEHIND_MS, useHeld } from "./useHeld";
import { useLongList } from "./useLongList";
import type { Window } from "./useWindow";

interface TopListsProps {
  answer: Answer<Wrapped>;
  /** What `answer` is of. */
  question: WrappedQuestion;
  window: Window;
  /** The first day of the history; null while it is not known. */
  since: string | null;
  open: OpenDetail;
  /** Whether the favourites and totals above are there, for what an error says. */
  totalsKnown: boolean;
  /** The column of figures beside the lists. */
  facts: ReactNode;
}

export function TopLists({ answer, question, window, since, open, totalsKnown, facts }: TopListsProps) {
  const t = useTranslations("lists");
  const [list, setList] = useState<ListName>("tracks");
  const [length, setLength] = useState(FIRST);
  const [query, setQuery] = useState("");
  const long = useLongList(question, answer, length > LIMIT || query.trim() !== "");
  const turnTo = (to: ListName) => {
    setList(to);
    setLength(FIRST);
  };
  // What was chosen shows at once, the rows when the machine finds time.
  const { answer: known, waiting, limit, failed } = long;
  const now = useMemo(() => ({ answer: known, waiting, limit, failed, list, window, query, length }), [known, waiting, limit, failed, list, window, query, length]);
  const later = useDeferredValue(now, { ...now, answer: PENDING });
  const behind = useHeld(later !== now, BEHIND_MS);
  const short = useDeferredValue(answer, PENDING);

  return (
    <section className="sec listed" aria-labelledby="lists-title">
      <Heading answer={short} list={later.list} window={later.window} />
      <div className="cols">
        <div>
          <div className="tools">
            <Segments label={t("choose")} value={list} onChange={turnTo} options={LISTS.map((value) => ({ value, text: t(value) }))} />
            <input
              type="search" className="input find" aria-label={t(`search.${list}`)} placeholder={t(`search.${list}`)} value={query} spellCheck={false}
              autoComplete="off" onChange={(event) => setQuery(event.target.value)}
            />
            <Segments
              label={t("order")} value={window.by} onChange={window.orderBy}
              options={[{ value: "time", text: t("time") }, { value: "streams", text: t("streams") }]}
            />
          </div>
          <div className={behind ? "behind" : undefined} aria-busy={later !== now}>
            <List {...later} since={since} by={later.window.by} onLength={setLength} open={open} totalsKnown={totalsKnown} />
          </div>
        </div>
        {facts}
      </div>
    </section>
  );
}

/** Drawn anew only when something of it has changed. */
const List = memo(TopList);

const Heading = memo(function Heading({ answer, list, window }: Pick<TopListsProps, "answer" | "window"> & { list: ListName }) {
  const rows = useMemo(() => answer.data && rowsOf(answer.data, list), [answer.data, list]);
  return <ListHeading id="lists-title" list={list} by={window.by} rows={answer.status === "error" ? undefined : rows} />;
});

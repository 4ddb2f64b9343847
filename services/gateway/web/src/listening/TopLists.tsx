"use client";

import { memo, useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import { Segments } from "@/components/Segments";
import { LISTS, rowsOf, type Listed, type ListName } from "@/lib/listed";
import type { OpenDetail } from "./detail";
import { ListHeading } from "./ListHeading";
import { TopList } from "./TopList";
import type { Window } from "./useWindow";

interface TopListsProps {
  answer: Answer<Wrapped>;
  window: Window;
  open: OpenDetail;
  /** Whether the favourites and totals above are there, for what an error says. */
  totalsKnown: boolean;
  /** The column of figures beside the lists. */
  facts: ReactNode;
}

export function TopLists({ answer, window, open, totalsKnown, facts }: TopListsProps) {
  const t = useTranslations("lists");
  const [list, setList] = useState<ListName>("tracks");
  // What was chosen shows at once, the rows when the machine finds time.
  const now = useMemo(() => ({ answer, list, window }), [answer, list, window]);
  const later = useDeferredValue(now);

  return (
    <section className="sec" aria-labelledby="lists-title">
      <Heading {...later} />
      <div className="cols">
        <div>
          <div className="tools">
            <Segments label={t("choose")} value={list} onChange={setList} options={LISTS.map((value) => ({ value, text: t(value) }))} />
            <Segments
              label={t("order")} value={window.by} onChange={window.orderBy}
              options={[{ value: "time", text: t("time") }, { value: "streams", text: t("streams") }]}
            />
          </div>
          <div className={later === now ? undefined : "behind"} aria-busy={later !== now}>
            <List key={later.list} {...later} open={open} totalsKnown={totalsKnown} />
          </div>
        </div>
        {facts}
      </div>
    </section>
  );
}

type Listing = Pick<TopListsProps, "answer" | "window"> & { list: ListName };

const Heading = memo(function Heading({ answer, list, window }: Listing) {
  const rows = useRows(answer, list);
  return <ListHeading id="lists-title" list={list} by={window.by} rows={answer.status === "error" ? undefined : rows} />;
});

const List = memo(function List({ answer, list, window, ...others }: Listing & Pick<TopListsProps, "open" | "totalsKnown">) {
  const rows = useRows(answer, list);
  return <TopList answer={answer} list={list} rows={rows} by={window.by} window={window} {...others} />;
});

function useRows({ data }: Answer<Wrapped>, list: ListName): Listed[] | undefined {
  return useMemo(() => data && rowsOf(data, list), [data, list]);
}

"use client";

import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import type { Wrapped } from "@/api/wrapped";
import { Segments } from "@/components/Segments";
import { LISTS, rowsOf, type ListName } from "@/lib/listed";
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
  const rows = answer.data && rowsOf(answer.data, list);

  return (
    <section className="sec" aria-labelledby="lists-title">
      <ListHeading id="lists-title" list={list} by={window.by} rows={answer.status === "error" ? undefined : rows} />
      <div className="cols">
        <div>
          <div className="tools">
            <Segments label={t("choose")} value={list} onChange={setList} options={LISTS.map((value) => ({ value, text: t(value) }))} />
            <Segments
              label={t("order")} value={window.by} onChange={window.orderBy}
              options={[{ value: "time", text: t("time") }, { value: "streams", text: t("streams") }]}
            />
          </div>
          <TopList key={list} answer={answer} list={list} rows={rows} by={window.by} window={window} open={open} totalsKnown={totalsKnown} />
        </div>
        {facts}
      </div>
    </section>
  );
}

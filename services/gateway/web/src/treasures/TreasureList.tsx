"use client";

import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ChartTable } from "@/charts/ChartTable";
import { SaveData } from "@/charts/SaveData";
import type { Values } from "@/charts/types";
import { useInMs } from "@/charts/useInMs";
import { MediaRow } from "@/components/MediaRow";
import { ShowAll } from "@/components/ShowAll";
import { Help } from "@/help/Help";
import type { Topic } from "@/help/topics";
import { useFormat } from "@/intl/useFormat";
import { byYear, daysOfYear } from "@/lib/lifeline";
import { counted } from "@/lib/plays";
import { LifelineArt } from "./LifelineArt";
import type { Loved } from "./treasure";

interface TreasureListProps {
  title: string;
  topic: Topic;
  items: readonly Loved[];
  life: { first: string; last: string };
  recentFrom: string;
  /** The last day of the window, which is the last that is counted. */
  until: string;
  /** Why there are none. */
  empty: string;
  /** What is said of one, with the doors to its plays. */
  children: (item: Loved) => ReactNode;
}

const FIRST = 3;

/** One of the two lists, each with its lifeline, or all of them as a table of years. */
export function TreasureList({ title, topic, items, life, recentFrom, until, empty, children }: TreasureListProps) {
  const t = useTranslations();
  const [asTable, setAsTable] = useState(false);
  const table = useYears(items, until);
  return (
    <div>
      <div className="titled"><h3>{title}</h3><Help topic={topic} name={title} /></div>
      {items.length === 0 && <p className="part-note q">{empty}</p>}
      {asTable ? <ChartTable name={title} table={table()} /> : (
        <ShowAll items={items} first={FIRST} className="media-rows">
          {(item, index) => (
            <MediaRow key={index} picture={item.picture} name={item.name} by={item.by} link={item.link}>
              <p className="small q num">{children(item)}</p>
              <LifelineArt months={item.months} life={life} recentFrom={recentFrom} />
            </MediaRow>
          )}
        </ShowAll>
      )}
      {items.length > 0 && (
        <p className="table-switch">
          <button type="button" className="plain small" onClick={() => setAsTable(!asTable)}>{t(asTable ? "charts.picture" : "charts.table")}</button>
          {asTable && <SaveData title={title} window={{ from: life.first, to: life.last }} table={table} />}
        </p>
      )}
    </div>
  );
}

/** How much of each in which year. */
function useYears(items: readonly Loved[], until: string): () => Values {
  const t = useTranslations("treasures");
  const format = useFormat();
  const inMs = useInMs();
  const cell = (item: Loved, year: string, ms: number) => {
    if (ms === 0) return { text: "–", value: 0 };
    return { text: format.duration(ms, "row"), href: counted(daysOfYear(year, until), item.filters), value: ms };
  };
  return () => {
    const heard = items.map(({ months }) => byYear(months));
    const years = [...new Set(heard.flatMap((one) => [...one.keys()]))].sort();
    const rows = items.map((item, index) => ({
      key: String(index), head: item.name, plain: item.by ? `${item.name} · ${item.by}` : item.name,
      cells: years.map((year) => cell(item, year, heard[index]?.get(year) ?? 0)),
    }));
    return { columns: [t("name"), ...years], header: [t("name"), ...years.map(inMs)], rows };
  };
}

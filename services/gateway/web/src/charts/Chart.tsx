"use client";

import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { Help } from "@/help/Help";
import type { Topic } from "@/help/topics";
import type { Span } from "@/lib/windows";
import { ChartTable } from "./ChartTable";
import { Legend } from "./Legend";
import { Plot } from "./Plot";
import { SaveChart } from "./SaveChart";
import type { Drawing, Key, Values } from "./types";

export interface ChartProps {
  title: string;
  /** What its definition is found under. */
  topic: Topic;
  /** One sentence that says what the picture shows. */
  name: string;
  /** The days that it is of. */
  window: Span;
  /** Must be stable between renders that draw the same. */
  draw: (width: number) => Drawing;
  /** Built only when it is asked for. */
  table: () => Values;
  keys?: readonly Key[];
  className?: string;
}

/** A titled chart: its definition, its legend, the value that is pointed at, and the same values as a table and as files. */
export function Chart({ title, topic, name, window, draw, table, keys = [], className = "" }: ChartProps) {
  const t = useTranslations("charts");
  const [wanted, setWanted] = useState(false);
  // The button answers at once; a long table comes when it is drawn.
  const asTable = useDeferredValue(wanted);
  const [shown, setShown] = useState<string | null>(null);
  return (
    <figure className={`chart ${className}`}>
      <figcaption>
        <div className="titled"><h3>{title}</h3><Help topic={topic} name={title} /></div>
        {!asTable && keys.length > 0 && <Legend keys={keys} />}
      </figcaption>
      {asTable ? <ChartTable name={title} table={table()} /> : <Plot name={name} draw={draw} onShow={setShown} />}
      <div className="chart-foot">
        {asTable ? (
          <SaveChart title={title} name={name} window={window} draw={draw} table={table} keys={keys} />
        ) : (
          <p className="readout small q num" aria-hidden="true">{shown}</p>
        )}
        <button type="button" className="plain small" onClick={() => setWanted(!wanted)}>{wanted ? t("picture") : t("table")}</button>
      </div>
    </figure>
  );
}

"use client";

import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Help } from "@/help/Help";
import type { Topic } from "@/help/topics";
import { ChartTable } from "./ChartTable";
import { Plot } from "./Plot";
import type { Drawing, Table } from "./types";

interface ChartProps {
  title: string;
  /** What its definition is found under. */
  topic: Topic;
  /** One sentence that says what the picture shows. */
  name: string;
  /** Must be stable between renders that draw the same. */
  draw: (width: number) => Drawing;
  /** Built only when it is asked for. */
  table: () => Table;
  /** What the colours and lines mean. */
  legend?: ReactNode;
  className?: string;
}

/** A titled chart: its definition, its legend, the value that is pointed at, and the same values as a table. */
export function Chart({ title, topic, name, draw, table, legend, className = "" }: ChartProps) {
  const t = useTranslations("charts");
  const [asTable, setAsTable] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  return (
    <figure className={`chart ${className}`}>
      <figcaption>
        <div className="titled"><h3>{title}</h3><Help topic={topic} name={title} /></div>
        {!asTable && legend}
      </figcaption>
      {asTable ? <ChartTable name={title} table={table()} /> : <Plot name={name} draw={draw} onShow={setShown} />}
      <div className="chart-foot">
        <p className="readout small q num" aria-hidden="true">{!asTable && shown}</p>
        <button type="button" className="plain small" onClick={() => setAsTable(!asTable)}>{asTable ? t("picture") : t("table")}</button>
      </div>
    </figure>
  );
}

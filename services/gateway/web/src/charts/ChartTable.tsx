"use client";

import { Door } from "@/components/Door";
import type { Table } from "./types";

/** The values of a chart as a table, each the door to its plays. */
export function ChartTable({ name, table }: { name: string; table: Table }) {
  return (
    <div className="table-scroll" role="region" aria-label={name} tabIndex={0}>
      <table className="num values">
        <caption className="sr">{name}</caption>
        <thead>
          <tr>{table.columns.map((column, index) => <th key={column} scope="col" className={index > 0 ? "r" : undefined}>{column}</th>)}</tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, head, cells }) => (
            <tr key={key}>
              <th scope="row"><bdi>{head}</bdi></th>
              {cells.map(({ text, href }, index) => (
                <td key={index} className="r">{href ? <Door href={href} text={text} /> : text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { Fragment } from "react";
import type { Drawing } from "@/charts/types";
import { HOURS, largest } from "@/lib/rhythm";

export interface GridCell {
  ms: number;
  label: string;
  href: string;
}

const LABEL = 52;
const NARROW_LABEL = 40;
const NARROW = 480;
const ROW = { wide: 39, narrow: 27 };
const TONES = 5;
const FOOT = 28;

/** Seven rows of 24 dots: area ∝ playing time, colour second, the busiest ringed. */
export function drawGrid(rows: readonly { name: string; cells: readonly GridCell[] }[], width: number): Drawing {
  const narrow = width < NARROW;
  const label = narrow ? NARROW_LABEL : LABEL;
  const column = (width - label) / HOURS;
  const row = narrow ? ROW.narrow : ROW.wide;
  const times = rows.flatMap(({ cells }) => cells.map(({ ms }) => ms));
  const peak = largest(times);
  const long = Math.max(times[peak] ?? 0, 1);
  const widest = Math.min(column, row) / 2 - 0.5;
  const x = (hour: number) => label + (hour + 0.5) * column;
  const y = (weekday: number) => (weekday + 0.5) * row;
  const every = narrow ? 6 : 3;

  const shapes = (
    <>
      {rows.map(({ name, cells }, weekday) => (
        <g key={name}>
          <text className="start" x="0" y={y(weekday) + 4.5}>{name}</text>
          {cells.map(({ ms }, hour) => {
            const radius = Math.max(widest * Math.sqrt(ms / long), 0.9);
            const busiest = weekday * HOURS + hour === peak;
            return (
              <Fragment key={hour}>
                <circle className={`tone${ms > 0 ? Math.ceil((ms / long) * TONES) : 0}`} cx={x(hour)} cy={y(weekday)} r={radius} />
                {busiest && <circle className="busiest" cx={x(hour)} cy={y(weekday)} r={radius + 3} />}
              </Fragment>
            );
          })}
        </g>
      ))}
      {Array.from({ length: HOURS / every }, (_, index) => (
        <text key={index} x={x(index * every)} y={7 * row + FOOT - 8}>{String(index * every).padStart(2, "0")}</text>
      ))}
    </>
  );
  const marks = rows.flatMap(({ name, cells }, weekday) => cells.map((cell, hour) => ({
    key: `${name}-${hour}`, label: cell.label, href: cell.href,
    area: <rect x={x(hour) - column / 2} y={weekday * row} width={column} height={row} rx="4" />,
  })));
  return { width, height: 7 * row + FOOT, shapes, marks, step: { across: 1, down: HOURS } };
}

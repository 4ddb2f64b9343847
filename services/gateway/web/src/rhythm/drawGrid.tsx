import { Fragment } from "react";
import type { Drawing } from "@/charts/types";
import { HOURS, largest } from "@/lib/rhythm";

export interface GridRow {
  name: string;
  /** By hour. */
  times: readonly number[];
}

/** What is said of an hour of a row, and opened by it. */
export interface GridWords {
  label: (row: number, hour: number) => string;
  href: (row: number, hour: number) => string;
}

const LABEL = 52;
const NARROW_LABEL = 40;
const NARROW = 480;
const ROW = { wide: 39, narrow: 27 };
const TONES = 5;
const FOOT = 28;

/** Seven rows of 24 dots: area ∝ playing time, colour second, the busiest ringed. */
export function drawGrid(rows: readonly GridRow[], words: GridWords, width: number): Drawing {
  const narrow = width < NARROW;
  const label = narrow ? NARROW_LABEL : LABEL;
  const column = (width - label) / HOURS;
  const row = narrow ? ROW.narrow : ROW.wide;
  const all = rows.flatMap(({ times }) => times);
  const peak = largest(all);
  const long = Math.max(all[peak] ?? 0, 1);
  const widest = Math.min(column, row) / 2 - 0.5;
  const x = (hour: number) => label + (hour + 0.5) * column;
  const y = (weekday: number) => (weekday + 0.5) * row;
  const every = narrow ? 6 : 3;

  const shapes = (
    <>
      {rows.map(({ name, times }, weekday) => (
        <g key={name}>
          <text className="start" x="0" y={y(weekday) + 4.5}>{name}</text>
          {times.map((ms, hour) => {
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
  const marks = {
    count: rows.length * HOURS,
    at: (index: number) => {
      const [weekday, hour] = [Math.floor(index / HOURS), index % HOURS];
      const area = <rect x={x(hour) - column / 2} y={weekday * row} width={column} height={row} rx="4" />;
      return { key: String(index), label: words.label(weekday, hour), href: words.href(weekday, hour), area };
    },
    find: (across: number, down: number) => {
      const [weekday, hour] = [Math.floor(down / row), Math.floor((across - label) / column)];
      return weekday >= 0 && weekday < rows.length && hour >= 0 && hour < HOURS ? weekday * HOURS + hour : null;
    },
  };
  return { width, height: 7 * row + FOOT, shapes, marks, step: { across: 1, down: HOURS } };
}

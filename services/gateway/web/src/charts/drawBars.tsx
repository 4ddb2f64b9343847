import { largest } from "@/lib/rhythm";
import type { Drawing } from "./types";

export interface BarValue {
  key: string;
  /** Below the bar. */
  axis: string;
  /** The first of a year: where not every bar can be named, these are. */
  major: boolean;
  /** Above the bar. */
  text: string;
  /** The whole value in words. */
  label: string;
  href: string;
  value: number;
  /** What it is compared with, drawn as a line across; null where there is nothing to compare. */
  before: number | null;
}

const HEIGHT = 216;
const TOP = 40;
const BASE = 190;
const GAP = 0.26;
const WIDEST = 76;
/** Text of 13 px needs so much room, a sign. */
const SIGN = 7.5;
const BETWEEN = 0.6; // signs

/** Bars from zero with their values on top; texts that would touch are left out, the table has them all. */
export function drawBars(bars: readonly BarValue[], width: number): Drawing {
  const step = width / Math.max(bars.length, 1);
  const long = Math.max(...bars.flatMap(({ value, before }) => [value, before ?? 0]), 1);
  const y = (value: number) => BASE - (value / long) * (BASE - TOP);
  const bar = Math.min(step * (1 - GAP), WIDEST);
  const peak = largest(bars.map(({ value }) => value));
  const named = namesThatFit(bars, step);
  const roomy = step >= Math.max(...bars.map(({ text }) => text.length), 1) * SIGN;

  const shapes = (
    <>
      <line className="axis" x1="0" x2={width} y1={BASE + 0.5} y2={BASE + 0.5} />
      {bars.map(({ key, axis, text, value, before }, index) => {
        const middle = (index + 0.5) * step;
        const top = value > 0 ? Math.min(y(value), BASE - 1.5) : BASE;
        return (
          <g key={key}>
            <rect className={index === peak ? "col peak" : "col"} x={middle - bar / 2} y={top} width={bar} height={BASE - top} rx={Math.min(3, bar / 3)} />
            {before !== null && <line className="before" x1={middle - bar / 2 - 2} x2={middle + bar / 2 + 2} y1={y(before)} y2={y(before)} />}
            {(roomy || index === peak) && <text className="value" x={middle} y={Math.min(top, before === null ? top : y(before)) - 8}>{text}</text>}
            {named.has(index) && <text x={middle} y={BASE + 20}>{axis}</text>}
          </g>
        );
      })}
    </>
  );
  const marks = {
    count: bars.length,
    at: (index: number) => {
      const { key, label, href } = bars[index]!; // below count
      return { key, label, href, area: <rect x={index * step} y={TOP - 24} width={step} height={HEIGHT - TOP + 24} rx="4" /> };
    },
    find: (x: number, y: number) => {
      const index = Math.floor(x / step);
      return y >= TOP - 24 && index >= 0 && index < bars.length ? index : null;
    },
  };
  return { width, height: HEIGHT, shapes, marks, step: { across: 1, down: 0 } };
}

/** Which bars are named below: all, else the first ones of the years, and of these as many as don't touch. */
function namesThatFit(bars: readonly BarValue[], step: number): Set<number> {
  const all = bars.map((_, index) => index);
  const wide = ((Math.max(...bars.map(({ axis }) => axis.length), 1) + BETWEEN) * SIGN) / step;
  const majors = all.filter((index) => bars[index]?.major);
  const candidates = wide <= 1 || majors.length === 0 ? all : majors;
  const apart = (candidates[1] ?? 1) - (candidates[0] ?? 0);
  const every = Math.max(1, Math.ceil(wide / Math.max(apart, 1)));
  return new Set(candidates.filter((_, index) => index % every === 0));
}

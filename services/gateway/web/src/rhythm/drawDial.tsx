import type { Drawing } from "@/charts/types";

export interface Hour {
  hour: number;
  /** Playing time, or a share of it. */
  value: number;
  /** What it is compared with, drawn as a line across; null where there is nothing to compare. */
  before: number | null;
  label: string;
  href: string;
}

const WIDEST = 360;
const MARGIN = 36;
const INNER = 0.42;
const HOURS = 24;
const GAP = 0.012; // radians on each side

interface Words {
  /** In the middle: the busiest hour and its part of the whole. */
  peak: string;
  share: string;
}

/** 24 hours around a clock, midnight on top: length from the inner ring ∝ playing time. */
export function drawDial(hours: readonly Hour[], peak: number, words: Words, width: number): Drawing {
  const size = Math.min(width, WIDEST);
  const middle = size / 2;
  const outer = middle - MARGIN;
  const inner = outer * INNER;
  const long = Math.max(...hours.flatMap(({ value, before }) => [value, before ?? 0])) || 1;
  const at = (value: number) => inner + 1 + (value / long) * (outer - inner - 1);
  const middled = { transform: `translate(${middle} ${middle})` };

  const shapes = (
    <g {...middled}>
      {[inner, (inner + outer) / 2, outer].map((radius) => <circle key={radius} className="ring" r={radius} />)}
      {hours.map(({ hour, value }) => value > 0 && (
        <path key={hour} className={hour === peak ? "col peak" : "col"} d={sector(hour, inner + 1, at(value))} />
      ))}
      {hours.map(({ hour, before }) => before !== null && <path key={hour} className="before" d={arc(hour, at(before))} />)}
      {[0, 6, 12, 18].map((hour) => (
        <text key={hour} x={Math.sin(angle(hour)) * (outer + 20)} y={-Math.cos(angle(hour)) * (outer + 18) + 4.5}>{String(hour).padStart(2, "0")}</text>
      ))}
      <text className="dial-peak" y="3">{words.peak}</text>
      <text y="26">{words.share}</text>
    </g>
  );
  const marks = {
    count: hours.length,
    at: (index: number) => {
      const { hour, label, href } = hours[index]!; // below count
      return { key: String(hour), label, href, area: <path {...middled} d={sector(hour, inner, outer)} /> };
    },
    find: (x: number, y: number) => hourAt(x - middle, y - middle, inner, outer),
  };
  return { width, height: size, shapes, marks, step: { across: 1, down: 1 } };
}

/** The hour at a point from the middle; null inside and outside the ring. */
function hourAt(x: number, y: number, inner: number, outer: number): number | null {
  const radius = Math.hypot(x, y);
  if (radius < inner || radius > outer) return null;
  const turn = Math.atan2(x, -y) / (2 * Math.PI);
  return Math.floor((turn < 0 ? turn + 1 : turn) * HOURS) % HOURS;
}

function angle(hour: number): number {
  return (hour / HOURS) * 2 * Math.PI;
}

/** A piece of a ring from `hour` to the next, between two radii. */
function sector(hour: number, from: number, to: number): string {
  const [begin, end] = [angle(hour) + GAP, angle(hour + 1) - GAP];
  return `M${point(from, begin)}L${point(to, begin)}A${to} ${to} 0 0 1 ${point(to, end)}L${point(from, end)}A${from} ${from} 0 0 0 ${point(from, begin)}Z`;
}

/** A line from `hour` to the next. */
function arc(hour: number, radius: number): string {
  const [begin, end] = [angle(hour) + GAP, angle(hour + 1) - GAP];
  return `M${point(radius, begin)}A${radius} ${radius} 0 0 1 ${point(radius, end)}`;
}

function point(radius: number, turn: number): string {
  return `${(Math.sin(turn) * radius).toFixed(2)} ${(-Math.cos(turn) * radius).toFixed(2)}`;
}

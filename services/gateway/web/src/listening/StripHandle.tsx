"use client";

import type { KeyboardEvent, PointerEvent } from "react";
import type { End } from "@/lib/life";

interface StripHandleProps {
  x: number;
  end: End;
  label: string;
  place: number;
  last: number;
  text: string;
  onMove: (place: number) => void;
  onDrag: (clientX: number) => void;
  onRelease: () => void;
}

const MONTHS_A_YEAR = 12;
/** How far a handle is reached: mostly on the side where the other one never is, for a window may be one month. */
const OUTSIDE = 24;
const INSIDE = 6;

/** One end of the window: dragged, or moved by arrows (month), Page keys (year), Home and End. */
export function StripHandle({ x, end, label, place, last, text, onMove, onDrag, onRelease }: StripHandleProps) {
  const keys: Record<string, number> = {
    ArrowLeft: place - 1,
    ArrowDown: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place + 1,
    PageDown: place - MONTHS_A_YEAR,
    PageUp: place + MONTHS_A_YEAR,
    Home: 0,
    End: last,
  };
  const press = (event: KeyboardEvent) => {
    const to = keys[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onMove(to);
  };
  const drag = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag(event.clientX);
  };
  return (
    <g
      className="handle" role="slider" tabIndex={0} aria-label={label} aria-valuemin={0} aria-valuemax={last} aria-valuenow={place}
      aria-valuetext={text} onKeyDown={press} onKeyUp={onRelease} onBlur={onRelease} onPointerMove={drag} onPointerUp={onRelease}
      onPointerCancel={onRelease} onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
    >
      <rect className="reach" x={end === "from" ? x - OUTSIDE : x - INSIDE} y="-8" width={OUTSIDE + INSIDE} height="62" />
      <rect x={x - 4} y="10" width="8" height="26" rx="4" />
    </g>
  );
}

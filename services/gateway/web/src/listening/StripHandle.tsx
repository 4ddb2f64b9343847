"use client";

import type { KeyboardEvent, PointerEvent } from "react";

interface StripHandleProps {
  x: number;
  label: string;
  place: number;
  last: number;
  text: string;
  onMove: (place: number) => void;
  onDrag: (clientX: number) => void;
  onRelease: () => void;
}

const MONTHS_A_YEAR = 12;

/** One end of the window: dragged, or moved by arrows (month), Page keys (year), Home and End. */
export function StripHandle({ x, label, place, last, text, onMove, onDrag, onRelease }: StripHandleProps) {
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
      aria-valuetext={text} onKeyDown={press} onKeyUp={onRelease} onPointerMove={drag} onPointerUp={onRelease}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
    >
      <rect className="reach" x={x - 14} y="-8" width="28" height="62" />
      <rect x={x - 4} y="10" width="8" height="26" rx="4" />
    </g>
  );
}

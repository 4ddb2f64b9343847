"use client";

import { useRef, useState, type PointerEvent } from "react";
import { moveOfGesture, type Move } from "./moves";

/** Swipes, taps and holding on an element; `held` while it is pressed. */
export function useGesture(move: (way: Move) => void) {
  const start = useRef<{ x: number; y: number; time: number } | null>(null);
  const [held, setHeld] = useState(false);

  const onPointerDown = (event: PointerEvent) => {
    // Who presses a link wants to go there.
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest("a"))) return;
    start.current = { x: event.clientX, y: event.clientY, time: event.timeStamp };
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld(true);
  };
  const onPointerUp = (event: PointerEvent) => {
    setHeld(false);
    if (!start.current) return;
    const { x, y, time } = start.current;
    start.current = null;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const way = moveOfGesture({
      dx: event.clientX - x, dy: event.clientY - y, ms: event.timeStamp - time, at: (event.clientX - left) / width,
    });
    if (way) move(way);
  };
  // The browser took it over, to scroll.
  const onPointerCancel = () => {
    setHeld(false);
    start.current = null;
  };
  return { held, handlers: { onPointerDown, onPointerUp, onPointerCancel } };
}

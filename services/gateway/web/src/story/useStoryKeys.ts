"use client";

import { useLayoutEffect } from "react";
import { moveOfKey, type Move } from "./moves";

/** What takes Space for itself, and what takes arrows too. */
const PRESSED = "input, button, a";
const CHOSEN = "input";

/** Moves by keys, wherever the focus is: a click beside all controls leaves it nowhere. */
export function useStoryKeys(move: (way: Move) => void): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.altKey || event.ctrlKey || event.metaKey || target.matches(event.key === " " ? PRESSED : CHOSEN)) return;
      const way = moveOfKey(event.key, event.shiftKey);
      if (!way) return;
      event.preventDefault();
      move(way);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [move]);
}

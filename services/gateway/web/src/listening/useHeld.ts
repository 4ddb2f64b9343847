"use client";

import { useEffect, useState } from "react";

/** What is behind for less is not seen as waiting: to dim it and undim it would draw it twice more on each change. */
export const BEHIND_MS = 200;

/** True once `condition` has held for `ms`, until it holds no more. */
export function useHeld(condition: boolean, ms: number): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!condition) return;
    let told = false;
    const timer = setTimeout(() => {
      told = true;
      setHeld(true);
    }, ms);
    return () => {
      clearTimeout(timer);
      // Said where nothing was held it would still be drawn once more.
      if (told) setHeld(false);
    };
  }, [condition, ms]);
  return condition && held;
}

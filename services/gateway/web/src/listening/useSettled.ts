"use client";

import { useEffect, useState } from "react";

/** Long after the browser has gone back to where the reader was. */
const SETTLED_MS = 1500;

/**
 * True some time after `there`. What is out of sight is then left out of style and layout (parts.css); before, its height
 * would be a guess, and going back would lead elsewhere.
 */
export function useSettled(there: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!there) return;
    const timer = setTimeout(() => setSettled(true), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [there]);
  return settled;
}

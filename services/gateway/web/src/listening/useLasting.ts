"use client";

import { useEffect, useState } from "react";

/** What is over sooner is not seen as waiting. */
const LASTING_MS = 200;

/** True once `waiting` has lasted. To dim what is behind at once, and back, would draw it twice more on each change. */
export function useLasting(waiting: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLasting(true), LASTING_MS);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [waiting]);
  return waiting && lasting;
}

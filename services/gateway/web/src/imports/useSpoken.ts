"use client";

import { useEffect, useRef, useState } from "react";

const EVERY_MS = 10_000;

/** A sentence for listeners that changes every ten seconds at most, and at the end, however fast the figures climb. */
export function useSpoken(sentence: string, final: boolean): string {
  const [spoken, setSpoken] = useState("");
  const latest = useRef(sentence);

  useEffect(() => {
    latest.current = sentence;
  }, [sentence]);

  useEffect(() => {
    if (final) return;
    const timer = setInterval(() => setSpoken(latest.current), EVERY_MS);
    return () => clearInterval(timer);
  }, [final]);

  return final ? sentence : spoken;
}

"use client";

import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";

/** Between the margins of a sheet of A4 (styles/print.css); paper is laid out after the last moment at which one can measure. */
const PAPER = 700;

/** The width of an element in whole pixels as it changes; 0 until it is known, which is before anything is painted. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    let onPaper = false;
    const measure = () => {
      if (!onPaper) setWidth(Math.floor(element.clientWidth));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const toPaper = () => {
      onPaper = true;
      flushSync(() => setWidth(PAPER));
    };
    const fromPaper = () => {
      onPaper = false;
      measure();
    };
    window.addEventListener("beforeprint", toPaper);
    window.addEventListener("afterprint", fromPaper);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", toPaper);
      window.removeEventListener("afterprint", fromPaper);
    };
  }, []);
  return [place, width];
}

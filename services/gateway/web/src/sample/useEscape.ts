"use client";

import { useLayoutEffect } from "react";
import { OPEN } from "@/components/open";

/** Escape does `act`, unless a sheet or a menu is open, which it closes first. */
export function useEscape(act: () => void): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented && !document.querySelector(OPEN)) act();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [act]);
}

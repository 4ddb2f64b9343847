"use client";

import { useEffect } from "react";

/** What takes Escape for itself. */
const OPEN = "dialog[open], :popover-open";

/** Escape does `act`, unless a sheet or a menu is open, which it closes first. */
export function useEscape(act: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented && !document.querySelector(OPEN)) act();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [act]);
}

"use client";

import { useLayoutEffect } from "react";
import { OPEN } from "@/components/open";
import { ARROWS, keyOf, type Key } from "@/lib/keys";
import { useKeysOn } from "./keysOn";

/** What takes every key for itself, what takes arrows, and what takes Space. */
const TYPED = "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], [role=slider], .marks, .table-scroll";
const CHOSEN = "input";
const PRESSED = "a, button, input";

/** Keys of the page: off in fields, sheets and menus, while a chart or a slider has the focus, and when they are turned off. */
export function useKeys(acts: Partial<Record<Key, () => void>>): void {
  const on = useKeysOn();
  // With what is drawn: an effect comes later, and until then a key would be lost, or act on what was there before.
  useLayoutEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      const key = keyOf(event);
      const act = key && acts[key];
      if (!act || event.defaultPrevented || isTaken(key)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [acts, on]);
}

function isTaken(key: Key): boolean {
  const focused = document.activeElement;
  if (document.querySelector(OPEN) || focused?.closest(TYPED)) return true;
  if (key === " ") return focused?.matches(PRESSED) ?? false;
  return ARROWS.includes(key) && (focused?.matches(CHOSEN) ?? false);
}

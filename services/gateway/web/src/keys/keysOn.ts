"use client";

import { useSyncExternalStore } from "react";
import { recall, remember } from "@/lib/remember";

const KEPT_AS = "keys";
const listeners = new Set<() => void>();
/** Of this visit: a browser may keep nothing. */
let chosen: boolean | null = null;

/** Turns the keys of the page on or off, in this browser. */
export function turnKeys(on: boolean): void {
  chosen = on;
  remember(KEPT_AS, on ? "on" : "off");
  for (const listener of listeners) listener();
}

export function useKeysOn(): boolean {
  return useSyncExternalStore(subscribe, areOn, () => true);
}

function areOn(): boolean {
  return chosen ?? recall(KEPT_AS) !== "off";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

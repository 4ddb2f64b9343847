"use client";

import { useState } from "react";
import { useFormat } from "@/intl/useFormat";
import { useKeys } from "@/keys/useKeys";
import type { Key } from "@/lib/keys";
import { stepped, type Preset, type Span } from "@/lib/windows";
import type { Window } from "./useWindow";

/** The windows of the presets under digits, the last of them for free dates. */
const PRESET_KEYS: readonly Key[] = ["1", "2", "3", "4", "5", "6", "7"];
const FREE_DATES: Key = "8";

/** The window by keys. Returns what is to be spoken: who presses a key may not see the dates change. */
export function useWindowKeys(window: Window, presets: readonly Preset[], history: Span | null, free: () => void): string {
  const format = useFormat();
  const [spoken, setSpoken] = useState("");
  const show = (chosen: Span | Preset) => {
    window.show(chosen);
    setSpoken(format.range(chosen.from, chosen.to));
  };
  const step = (by: number) => () => {
    const next = stepped(window, by);
    const last = history && history.to > window.today ? history.to : window.today;
    if (next.from <= last && next.to >= (history?.from ?? "")) show(next);
  };
  const digits = presets.map((preset, index) => [PRESET_KEYS[index], () => show(preset)] as const);
  useKeys({
    ...Object.fromEntries(digits),
    [FREE_DATES]: free,
    ArrowLeft: step(-1),
    ArrowRight: step(1),
    t: () => window.orderBy("time"),
    s: () => window.orderBy("streams"),
  });
  return spoken;
}

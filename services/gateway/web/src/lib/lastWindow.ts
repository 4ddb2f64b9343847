import { isDate } from "./dates";
import { presets, type Preset, type Span } from "./windows";

/** What it is remembered under. */
export const LAST_WINDOW = "window";

/** The presets whose days move on with the calendar. A year or a season is chosen by its name, and stays what it is. */
const MOVING = ["year", "days", "thisYear", "all"] as const;
type Moving = (typeof MOVING)[number];

/** What a person chose last: days, or a preset and the days that it had then. */
export interface LastWindow extends Span {
  preset: Moving | null;
}

export function asLast(chosen: Span | Preset): LastWindow {
  const preset = "id" in chosen ? (MOVING.find((id) => id === chosen.id) ?? null) : null;
  return { preset, from: chosen.from, to: chosen.to };
}

/** The days that it means today; those of everything are the ones it had until the bounds of the history are known. */
export function daysOfLast({ preset, from, to }: LastWindow, today: string, history: Span | null): Span {
  const now = preset && presets(today, history).find(({ id }) => id === preset);
  return now ? { from: now.from, to: now.to } : { from, to };
}

/** As text that says whose it is: the next person in the same browser does not get it. */
export function writeLast(last: LastWindow, person: string): string {
  return JSON.stringify({ person, ...last });
}

/** null for a text of somebody else, or one that means nothing. */
export function readLast(text: string | null, person: string): LastWindow | null {
  const { person: whose, preset = null, from, to } = fields(text);
  if (whose !== person || !isDate(from) || !isDate(to) || to < from) return null;
  return { preset: MOVING.find((id) => id === preset) ?? null, from, to };
}

function fields(text: string | null): Record<string, string | null> {
  try {
    return (JSON.parse(text ?? "{}") as Record<string, string | null> | null) ?? {};
  } catch {
    return {};
  }
}

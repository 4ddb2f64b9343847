export const HOURS = 24;

/** The busiest hour of a week. */
export interface Peak {
  /** 0 Monday to 6 Sunday. */
  weekday: number;
  hour: number;
  ms: number;
}

/** Too little for a finding: under ten hours, or no hour that stands out against the mean one. */
const LEAST_MS = 10 * 3_600_000;
const STANDS_OUT = 2;

/** The busiest cell of the clock; of equals the earliest. Null without any play. */
export function peakOf(clock: readonly (readonly number[])[]): Peak | null {
  let peak: Peak | null = null;
  clock.forEach((row, weekday) => row.forEach((ms, hour) => {
    if (ms > (peak?.ms ?? 0)) peak = { weekday, hour, ms };
  }));
  return peak;
}

/** The peak as a heading may name it; null where the rhythm is too thin for that. */
export function rhythmFinding(clock: readonly (readonly number[])[]): Peak | null {
  const peak = peakOf(clock);
  const total = sum(clock.flat());
  return peak && total >= LEAST_MS && peak.ms * clock.flat().length >= STANDS_OUT * total ? peak : null;
}

export function byHour(clock: readonly (readonly number[])[]): number[] {
  return Array.from({ length: HOURS }, (_, hour) => sum(clock.map((row) => row[hour] ?? 0)));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The place of the largest of `values`, the first of equals. */
export function largest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0);
}

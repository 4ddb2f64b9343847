import type { Answer } from "@/api/queries";

/** Two answers as one: there when both are, and asked for again together. */
export function both<T>(one: Answer<T>, other: Answer<T>): Answer<[T, T]> {
  const failed = [one, other].find(({ status, data, stale }) => status === "error" && (!data || stale));
  const pending = !one.data || !other.data;
  return {
    data: one.data && other.data && !failed ? [one.data, other.data] : undefined,
    status: failed ? "error" : pending ? "pending" : "success",
    error: failed?.error ?? null,
    stale: one.stale || other.stale,
    retry: () => [one, other].filter(({ status }) => status === "error").forEach(({ retry }) => retry()),
  };
}

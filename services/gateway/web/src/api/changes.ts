import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { keys } from "./keys";

/** What is counted from histories: asked for anew when one has changed, or the days of the person. */
const OF_HISTORIES = [keys.wrapped, keys.match, keys.standing, keys.people, keys.plays];

/** A history has changed. Long lists of plays are only marked: read anew, each of their pages would be a question of its own. */
export function historyChanged(client: QueryClient): void {
  for (const queryKey of OF_HISTORIES) {
    void client.invalidateQueries({ queryKey, refetchType: "none" });
    void client.refetchQueries({ queryKey, type: "active", predicate: isShort });
  }
}

/** The days are cut anew: no number of before stands beside one of after. */
export function daysChanged(client: QueryClient): void {
  for (const queryKey of OF_HISTORIES) {
    client.removeQueries({ queryKey, type: "inactive" });
    void client.invalidateQueries({ queryKey });
  }
}

/** No list of which several pages have been read. */
export function isShort({ state: { data } }: { state: { data: unknown } }): boolean {
  return ((data as Partial<InfiniteData<unknown>> | undefined)?.pages?.length ?? 0) <= 1;
}

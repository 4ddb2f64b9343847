import type { Query, QueryClient } from "@tanstack/react-query";
import { keys } from "./keys";
import type { Me } from "./types";

/** Not anybody's: they stay whoever comes or goes. */
const OF_NOBODY: readonly unknown[] = [keys.me[0], keys.invitation[0], "words", "definitions"];

/** Drops every answer that belongs to somebody. */
export function forgetTheRest(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => !OF_NOBODY.includes(queryKey[0]) });
}

/**
 * Heeds every answer: the cookie is the browser's, so another tab may have signed in somebody else. Once another person has
 * arrived, nothing of the one before is kept; an answer that is of another asks who is here.
 */
export function heedPerson(client: () => QueryClient): (data: unknown, query: Pick<Query<unknown, unknown>, "queryKey">) => void {
  let known: string | null = null;
  return (data, { queryKey }) => {
    if (queryKey[0] === keys.me[0]) {
      const now = (data as Me | null)?.id ?? null;
      if (known !== null && now !== null && now !== known) forgetTheRest(client());
      known = now ?? known;
    } else if (known !== null && isAnothers(data, queryKey, known)) {
      void client().invalidateQueries({ queryKey: keys.me });
    }
  };
}

/** Whether an answer about oneself tells of somebody else. */
function isAnothers(data: unknown, queryKey: readonly unknown[], me: string): boolean {
  if (queryKey[0] !== keys.wrapped[0]) return false;
  const asked = queryKey.at(-1) as { person?: string } | string | null;
  const own = queryKey[1] === "history" ? asked === null : (asked as { person?: string }).person === undefined;
  return own && (data as { person?: { id?: string } }).person?.id !== me;
}

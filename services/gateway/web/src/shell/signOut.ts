import type { QueryClient } from "@tanstack/react-query";
import { api, ApiError } from "@/api/client";
import { keys } from "@/api/queries";

/** Ends the session on the server, then forgets everything that was read with it. A session already gone is as good. */
export async function signOut(csrf: string, client: QueryClient): Promise<void> {
  try {
    await api.logout(csrf);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
  }
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.me[0] });
  client.setQueryData(keys.me, null);
}

import type { QueryClient } from "@tanstack/react-query";
import { api, ApiError } from "@/api/client";
import { keys } from "@/api/keys";
import { forgetTheRest } from "@/api/person";
import { finishBeforeSignOut } from "@/lib/beforeSignOut";
import { LAST_WINDOW } from "@/lib/lastWindow";
import { forget } from "@/lib/remember";

/** Ends the session on the server, after all that needs it, then forgets everything that was read with it. A session already gone is as good. */
export async function signOut(csrf: string, client: QueryClient): Promise<void> {
  try {
    await finishBeforeSignOut();
    await api.logout(csrf);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
  }
  forgetMe(client);
}

/** Nobody is signed in any more. */
export function forgetMe(client: QueryClient): void {
  forgetTheRest(client);
  forget(LAST_WINDOW);
  client.setQueryData(keys.me, null);
}

/** Somebody has just signed in: whoever it was before, nothing of theirs is shown. */
export async function welcome(client: QueryClient): Promise<void> {
  forgetTheRest(client);
  await client.refetchQueries({ queryKey: keys.me });
}

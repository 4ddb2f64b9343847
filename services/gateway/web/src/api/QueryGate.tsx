"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { ApiError, read } from "./client";
import { earlyQuestions } from "./early";
import { heedPerson } from "./person";
import { isProblem } from "./problems";
import { keys } from "./keys";

const TRIES = 2;

/** One retry for what may pass by itself; a refusal (4xx) stays one. */
function retry(failures: number, error: Error): boolean {
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return !refused && failures < TRIES - 1;
}

function createClient(): QueryClient {
  const onError = (error: Error) => heedSession(client, error);
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError, onSuccess: heedPerson(() => client) }),
    mutationCache: new MutationCache({ onError }),
    // Without a network a question fails at once and says so, in place of waiting in silence; it is asked again when there is one.
    defaultOptions: {
      queries: { retry, retryDelay: 400, staleTime: 30_000, refetchOnWindowFocus: false, networkMode: "always", refetchOnReconnect: true },
      mutations: { networkMode: "always" },
    },
  });
  return client;
}

/** The session has ended or was renewed elsewhere: asking who is signed in shows the sign-in, or brings the new token. */
export function heedSession(client: QueryClient, error: unknown): void {
  if (!(error instanceof ApiError)) return;
  if (error.status === 401 || isProblem(error, "csrf")) void client.invalidateQueries({ queryKey: keys.me });
}

export function QueryGate({ children }: { children: ReactNode }) {
  const [client] = useState(createClient);
  // Read while the words come: the first view is then drawn once, with its numbers.
  useEffect(() => {
    for (const { path, key } of earlyQuestions()) {
      void client.prefetchQuery({ queryKey: key, queryFn: ({ signal }) => read(path, signal) });
    }
  }, [client]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

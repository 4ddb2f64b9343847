"use client";

import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { ApiError } from "./client";
import { keys } from "./queries";

const TRIES = 2;

/** One retry for what may pass by itself; a refusal (4xx) stays one. */
function retry(failures: number, error: Error): boolean {
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return !refused && failures < TRIES - 1;
}

function createClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        // The session has ended elsewhere: asking who is signed in shows the start page.
        if (error instanceof ApiError && error.status === 401) void client.invalidateQueries({ queryKey: keys.me });
      },
    }),
    defaultOptions: { queries: { retry, retryDelay: 400, staleTime: 30_000, refetchOnWindowFocus: false } },
  });
  return client;
}

export function QueryGate({ children }: { children: ReactNode }) {
  const [client] = useState(createClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

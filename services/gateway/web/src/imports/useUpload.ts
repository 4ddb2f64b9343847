"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "@/api/client";
import { listen } from "@/api/events";
import { keys } from "@/api/keys";
import { isFinal, type Answer } from "@/api/queries";
import type { Upload } from "@/api/types";

/** Without live events for this long the upload is asked for instead. */
const QUIET_MS = 5000;
const POLL_MS = 1000;

/** One upload as it changes: by server-sent events, and by asking every second where these do not come. */
export function useUpload(id: string): Answer<Upload> & { polling: boolean } {
  const client = useQueryClient();
  const [polling, setPolling] = useState(false);
  const query = useQuery({
    queryKey: keys.upload(id),
    queryFn: ({ signal }) => api.upload(id, signal),
    refetchInterval: (current) => (polling && !(current.state.data && isFinal(current.state.data)) ? POLL_MS : false),
  });
  const running = query.data !== undefined && !isFinal(query.data);

  useEffect(() => {
    if (!running) return;
    let quiet: ReturnType<typeof setTimeout>;
    const heard = () => {
      clearTimeout(quiet);
      setPolling(false);
      quiet = setTimeout(() => setPolling(true), QUIET_MS);
    };
    heard();
    const take = (data: unknown) => {
      heard();
      client.setQueryData(keys.upload(id), data as Upload);
    };
    const close = listen(`/api/v1/uploads/${encodeURIComponent(id)}/events`, { upload: take }, (line) => (line === "open" ? heard() : setPolling(true)));
    return () => {
      clearTimeout(quiet);
      close();
    };
  }, [client, id, running]);

  useEffect(() => {
    if (query.data?.state !== "done") return;
    void client.invalidateQueries({ queryKey: keys.wrapped });
    void client.invalidateQueries({ queryKey: keys.uploads });
  }, [client, query.data?.state]);

  return {
    data: query.data,
    status: query.status,
    error: query.error,
    stale: false,
    retry: () => void query.refetch(),
    polling: polling && running,
  };
}

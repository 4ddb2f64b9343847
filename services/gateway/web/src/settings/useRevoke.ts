"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "@/api/client";
import { keys } from "@/api/queries";

/** How long a revocation can be taken back. */
const UNDO_MS = 5000;

/** Revokes after a pause in which it can be undone; leaving the page does not undo it. */
export function useRevoke(csrf: string) {
  const client = useQueryClient();
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());

  const forget = useCallback((id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    setPending(new Set(timers.current.keys()));
  }, []);

  const finish = useCallback(
    async (id: string) => {
      try {
        await api.deleteToken(csrf, id);
      } finally {
        await client.invalidateQueries({ queryKey: keys.tokens });
        forget(id);
      }
    },
    [client, csrf, forget],
  );

  const begin = (id: string) => {
    timers.current.set(id, setTimeout(() => void finish(id), UNDO_MS));
    setPending(new Set(timers.current.keys()));
  };

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const [id, timer] of running) {
        clearTimeout(timer);
        void api.deleteToken(csrf, id);
      }
    };
  }, [csrf]);

  return { pending, begin, undo: forget };
}

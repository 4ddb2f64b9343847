"use client";

import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";

/** How long a revocation can be taken back. */
const UNDO_MS = 5000;

export interface Revoke {
  /** Those that go when their time is up. */
  pending: ReadonlySet<string>;
  begin: (id: string) => void;
  undo: (id: string) => void;
}

/** What could not be revoked stands in the list when that is read anew. */
async function attempt(remove: (id: string) => Promise<unknown>, id: string): Promise<void> {
  await remove(id).catch(() => undefined);
}

/** Calls `remove` after a pause in which it can be undone, then reads the list `key` anew; leaving the page does not undo it. */
export function useRevoke(remove: (id: string) => Promise<unknown>, key: QueryKey): Revoke {
  const client = useQueryClient();
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const latest = useRef(remove);
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    latest.current = remove;
  });

  const forget = useCallback((id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    setPending(new Set(timers.current.keys()));
  }, []);

  const finish = async (id: string) => {
    await attempt(latest.current, id);
    await client.invalidateQueries({ queryKey: key });
    forget(id);
  };

  const begin = (id: string) => {
    timers.current.set(id, setTimeout(() => void finish(id), UNDO_MS));
    setPending(new Set(timers.current.keys()));
  };

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const [id, timer] of running) {
        clearTimeout(timer);
        void attempt(latest.current, id);
      }
    };
  }, []);

  return { pending, begin, undo: forget };
}

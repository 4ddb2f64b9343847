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
    try {
      await latest.current(id);
    } catch {
      // What could not be revoked is back in the list when that has been read.
    } finally {
      await client.invalidateQueries({ queryKey: key });
      forget(id);
    }
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
        void latest.current(id);
      }
    };
  }, []);

  return { pending, begin, undo: forget };
}

"use client";

import { useMutation, useMutationState, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { isMissing } from "@/api/client";
import { beforeSignOut } from "@/lib/beforeSignOut";

/** How long a revocation can be taken back (WCAG 2.2.1 asks for twenty seconds where a time can't be extended). */
const UNDO_MS = 20_000;

export interface Revoke {
  /** Those that go when their time is up. */
  pending: ReadonlySet<string>;
  /** Why the last attempt failed, of those that still hold. */
  failed: ReadonlyMap<string, Error>;
  begin: (id: string) => void;
  undo: (id: string) => void;
}

/**
 * Calls `remove` after a pause in which it can be undone, then reads the list `key` anew. Leaving the settings, closing the
 * page and signing out do not undo it: what waits is sent at once. `remove` must outlive the page.
 */
export function useRevoke(remove: (id: string) => Promise<unknown>, key: QueryKey): Revoke {
  const client = useQueryClient();
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(remove);
  const list = useRef(key);
  useEffect(() => {
    latest.current = remove;
  });
  const { mutateAsync } = useMutation({
    mutationKey: ["revoke", ...key],
    mutationFn: (id: string) => remove(id).catch(unlessGone),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });

  const drop = useCallback((id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
  }, []);
  const undo = useCallback((id: string) => {
    drop(id);
    setPending((before) => without(before, id));
  }, [drop]);
  const finish = useCallback(async (id: string) => {
    drop(id);
    await mutateAsync(id).finally(() => setPending((before) => without(before, id)));
  }, [drop, mutateAsync]);

  const begin = (id: string) => {
    timers.current.set(id, setTimeout(() => void finish(id).catch(keptAsFailed), UNDO_MS));
    setPending((before) => new Set(before).add(id));
  };

  useEffect(() => {
    const flush = () => Promise.all([...timers.current.keys()].map(finish));
    // A page that goes has no time for anything but the request itself.
    const hide = () => {
      const sent = [...timers.current.keys()].map((id) => {
        undo(id);
        return latest.current(id);
      });
      void Promise.allSettled(sent).then(() => client.invalidateQueries({ queryKey: list.current }));
    };
    const off = beforeSignOut(flush);
    window.addEventListener("pagehide", hide);
    return () => {
      off();
      window.removeEventListener("pagehide", hide);
      void flush().catch(keptAsFailed);
    };
  }, [client, finish, undo]);

  return { pending, failed: useFailed(key), begin, undo };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((one) => one !== id));
}

/** Whoever else took it away did what was wanted. */
function unlessGone(error: Error): void {
  if (!isMissing(error)) throw error;
}

/** The error is kept with its mutation, and said beside the list. */
function keptAsFailed(): void {
  return;
}

/** What failed when it was tried last, also by a part of the page that has been left since. */
function useFailed(key: QueryKey): ReadonlyMap<string, Error> {
  const tried = useMutationState({
    filters: { mutationKey: ["revoke", ...key], exact: true },
    select: ({ state: { variables, error } }) => ({ id: variables as string, error }),
  });
  return useMemo(() => {
    const last = new Map(tried.map(({ id, error }) => [id, error]));
    return new Map([...last].flatMap(([id, error]) => (error ? [[id, error] as const] : [])));
  }, [tried]);
}

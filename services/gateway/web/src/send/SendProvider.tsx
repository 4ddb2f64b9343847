"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { heedSession } from "@/api/QueryGate";
import { keys } from "@/api/keys";
import type { Me } from "@/api/types";
import { untilThere } from "@/lib/late";
import { DropTarget } from "./DropTarget";
import { isPending, SendQueue, type Sending } from "./queue";

interface SendControl {
  sendings: readonly Sending[];
  /** False while nobody is signed in. */
  usable: boolean;
  send: (files: readonly File[]) => void;
  retry: (id: number) => void;
  remove: (id: number) => void;
  seen: (uploads: readonly string[]) => void;
  /** Whether the page shows the sendings itself, in place of the tray. */
  hosted: boolean;
  setHosted: (hosted: boolean) => void;
}

const SendContext = createContext<SendControl | null>(null);
const NONE: readonly Sending[] = [];
const SIGNED_OUT = { type: "/problems/not-signed-in", title: "", status: 401 };

export function useSend(): SendControl {
  const control = useContext(SendContext);
  if (!control) throw new Error("useSend outside SendProvider");
  return control;
}

/** Sendings on a page that shows them itself. */
export function useHosted(): readonly Sending[] {
  const { sendings, setHosted } = useSend();
  useEffect(() => {
    setHosted(true);
    return () => setHosted(false);
  }, [setHosted]);
  return sendings;
}

/** Keeps what is on its way to the server, on whatever page the person is; asks before it would be lost with the page. */
export function SendProvider({ me, children }: { me: Me | null; children: ReactNode }) {
  const queue = useQueueOf(me);
  const sendings = useSyncExternalStore(queue.subscribe, queue.snapshot, () => NONE);
  const [hosted, setHosted] = useState(false);
  useWarning(sendings.some(isPending));

  const usable = me !== null;
  const send = useCallback((files: readonly File[]) => void (usable && queue.add(files)), [queue, usable]);
  const control = useMemo<SendControl>(
    () => ({
      sendings,
      usable,
      send,
      retry: (id) => queue.retry(id),
      remove: (id) => queue.remove(id),
      seen: (uploads) => queue.seen(uploads),
      hosted,
      setHosted,
    }),
    [hosted, queue, send, sendings, usable],
  );
  return (
    <SendContext.Provider value={control}>
      {children}
      <DropTarget onFiles={usable ? send : null} />
    </SendContext.Provider>
  );
}

/** One queue for the life of the page; what a person dropped is never sent as another one's. */
function useQueueOf(me: Me | null): SendQueue {
  const client = useQueryClient();
  const csrf = useRef("");
  const owner = useRef<string | null>(null);
  const [queue] = useState(
    () => new SendQueue(
      async (files, onProgress, signal) => {
        try {
          const { sendFiles } = await untilThere(() => import("@/api/send"));
          return await sendFiles(files, csrf.current, onProgress, signal);
        } catch (error) {
          heedSession(client, error);
          throw error;
        }
      },
      () => void client.invalidateQueries({ queryKey: keys.uploads }),
    ),
  );

  useEffect(() => {
    if (me === null) return queue.halt(SIGNED_OUT);
    csrf.current = me.csrf_token;
    if (owner.current !== null && owner.current !== me.id) queue.clear();
    owner.current = me.id;
  }, [me, queue]);

  return queue;
}

function useWarning(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [wanted]);
}

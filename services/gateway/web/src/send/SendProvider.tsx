"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from "react";
import { ApiError } from "@/api/client";
import type { Problem } from "@/api/types";
import { sendFiles } from "@/api/send";
import { keys } from "@/api/queries";
import { DropTarget } from "./DropTarget";

export type Sending =
  | { phase: "idle" }
  | { phase: "sending"; names: string[]; sent: number; total: number }
  | { phase: "failed"; names: string[]; problem: Problem | "empty"; part: number };

interface SendControl {
  state: Sending;
  /** False while nobody is signed in. */
  usable: boolean;
  send: (files: readonly File[]) => void;
  stop: () => void;
}

const SendContext = createContext<SendControl | null>(null);

export function useSend(): SendControl {
  const control = useContext(SendContext);
  if (!control) throw new Error("useSend outside SendProvider");
  return control;
}

/** Sends one export at a time, on whatever page the person is, and leads to its import once the server has every byte. */
export function SendProvider({ csrf, children }: { csrf: string | null; children: ReactNode }) {
  const [state, setState] = useState<Sending>({ phase: "idle" });
  const running = useRef<AbortController | null>(null);
  const router = useRouter();
  const client = useQueryClient();

  const send = useCallback(
    (files: readonly File[]) => {
      if (csrf === null || running.current) return;
      const names = files.map((file) => file.name);
      const total = files.reduce((sum, file) => sum + file.size, 0);
      if (total === 0) return setState({ phase: "failed", names, problem: "empty", part: 0 });
      const control = new AbortController();
      running.current = control;
      let part = 0;
      setState({ phase: "sending", names, sent: 0, total });
      const onProgress = (sent: number, all: number) => {
        part = all > 0 ? sent / all : 0;
        setState({ phase: "sending", names, sent, total: all });
      };
      sendFiles(files, csrf, onProgress, control.signal)
        .then((ids) => {
          void client.invalidateQueries({ queryKey: keys.uploads });
          router.push(ids.length === 1 ? `/imports/?id=${ids[0]}` : "/imports/");
          setState({ phase: "idle" });
        })
        .catch((error: unknown) => {
          setState(error instanceof ApiError ? { phase: "failed", names, problem: error.problem, part } : { phase: "idle" });
        })
        .finally(() => {
          running.current = null;
        });
    },
    [client, csrf, router],
  );

  const control = useMemo<SendControl>(
    () => ({ state, usable: csrf !== null, send, stop: () => running.current?.abort() }),
    [csrf, send, state],
  );
  return (
    <SendContext.Provider value={control}>
      {children}
      {control.usable && state.phase !== "sending" && <DropTarget onFiles={send} />}
    </SendContext.Provider>
  );
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { listen, type Line } from "@/api/events";
import { historyChanged } from "@/api/changes";
import { keys } from "@/api/keys";

/** News arrive in swarms: one question for all that came within this time. */
const GATHER_MS = 400;

/** Asks again for what the server says has changed, while somebody is signed in. */
export function useLiveUpdates(signedIn: boolean): void {
  const client = useQueryClient();

  useEffect(() => {
    if (!signedIn) return;
    const timers = new Map<() => void, ReturnType<typeof setTimeout>>();
    const gathered = (work: () => void) => () => {
      if (timers.has(work)) return;
      timers.set(work, setTimeout(() => {
        timers.delete(work);
        work();
      }, GATHER_MS));
    };
    const wrapped = gathered(() => void client.invalidateQueries({ queryKey: keys.wrapped }));
    const history = gathered(() => {
      historyChanged(client);
      void client.invalidateQueries({ queryKey: keys.feed });
    });
    const imports = () => void client.invalidateQueries({ queryKey: keys.uploads });
    let lost = false;
    const onLine = (line: Line) => {
      // What was said in between is not said again.
      if (line === "open" && lost) {
        history();
        imports();
      }
      // Perhaps the session has ended while nobody asked for anything.
      if (line === "refused") void client.invalidateQueries({ queryKey: keys.me });
      lost = line !== "open";
    };
    const close = listen("/api/v1/events", { "media-ready": wrapped, "history-changed": history, "import-changed": imports }, onLine);
    return () => {
      timers.forEach(clearTimeout);
      close();
    };
  }, [client, signedIn]);
}

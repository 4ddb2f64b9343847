"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { listen } from "@/api/events";
import { keys } from "@/api/keys";

/** Pictures arrive in swarms: one question for all that came within this time. */
const GATHER_MS = 400;

/** Asks again for what the server says has changed, while somebody is signed in. */
export function useLiveUpdates(signedIn: boolean): void {
  const client = useQueryClient();

  useEffect(() => {
    if (!signedIn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wrapped = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: keys.wrapped });
      }, GATHER_MS);
    };
    const history = () => {
      wrapped();
      void client.invalidateQueries({ queryKey: keys.plays });
      void client.invalidateQueries({ queryKey: keys.match });
      void client.invalidateQueries({ queryKey: keys.feed });
    };
    const imports = () => void client.invalidateQueries({ queryKey: keys.uploads });
    let lost = false;
    const onState = (alive: boolean) => {
      // What was said in between is not said again.
      if (alive && lost) {
        history();
        imports();
      }
      lost = !alive;
    };
    const close = listen("/api/v1/events", { "media-ready": wrapped, "history-changed": history, "import-changed": imports }, onState);
    return () => {
      clearTimeout(timer);
      close();
    };
  }, [client, signedIn]);
}

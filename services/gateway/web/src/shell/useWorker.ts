"use client";

import { useEffect } from "react";

/**
 * Starts the service worker (offline/worker.js), which shows a page of ours when the server can't be reached. Browsers allow
 * it over TLS and on this machine only; a page without one works as well, so a refusal is nothing to tell of.
 */
export function useWorker(): void {
  useEffect(() => {
    if (!window.isSecureContext || !("serviceWorker" in navigator)) return;
    navigator.serviceWorker.register("/worker.js").catch(() => undefined);
  }, []);
}

"use client";

import { lazy, Suspense } from "react";
import { useSend } from "./SendProvider";

const SendTray = lazy(() => import("./SendTray"));

/** Fetches the tray when there is something to show in it. */
export function TrayPlace() {
  const { sendings, hosted } = useSend();
  if (hosted || sendings.length === 0) return null;
  return <Suspense><SendTray sendings={sendings} /></Suspense>;
}

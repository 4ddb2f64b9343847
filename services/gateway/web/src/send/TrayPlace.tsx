"use client";

import { Suspense } from "react";
import { late } from "@/lib/late";
import { useSend } from "./SendProvider";

const SendTray = late(() => import("./SendTray"));

/** Fetches the tray when there is something to show in it. */
export function TrayPlace() {
  const { sendings, hosted } = useSend();
  if (hosted || sendings.length === 0) return null;
  return <Suspense><SendTray sendings={sendings} /></Suspense>;
}

"use client";

import { useFormat } from "@/intl/useFormat";
import { PageTitle } from "@/shell/PageTitle";
import type { Span } from "@/lib/windows";

/** The page is called by the days that it shows, and by whose they are where they are another's. */
export function WindowTitle({ window, name = "" }: { window: Span; name?: string | undefined }) {
  const format = useFormat();
  const days = format.range(window.from, window.to);
  return <PageTitle text={name ? `${name}: ${days}` : days} />;
}

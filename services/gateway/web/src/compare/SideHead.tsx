"use client";

import { useFormat } from "@/intl/useFormat";
import type { Span } from "@/lib/windows";
import { SWATCHES } from "./sides";

/** Above what is of one window: its mark and its days. */
export function SideHead({ span, place }: { span: Span; place: 0 | 1 }) {
  const format = useFormat();
  return <h3 className="side-head num"><i className={SWATCHES[place]} aria-hidden="true" />{format.range(span.from, span.to)}</h3>;
}

"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useFormat } from "@/intl/useFormat";
import type { DurationStyle } from "@/lib/format";
import { useDoors } from "./doors";

interface DoorProps {
  /** The address of the plays that it was counted from. */
  href: string;
  /** What it says, and what is heard of it. */
  text: string;
  /** What is seen instead. */
  children?: ReactNode;
  className?: string;
}

/** A number is a door: it opens the plays that it was counted from. */
export function Door({ href, text, children, className = "open" }: DoorProps) {
  const t = useTranslations("plays");
  const own = useDoors();
  const name = own ? t("open", { text }) : text;
  const shown = children ? <Spoken text={name}>{children}</Spoken> : text;
  if (!own) return shown;
  return <Link className={className} href={href} prefetch={false} aria-label={children ? undefined : name}>{shown}</Link>;
}

/** A playing time, short to the eye. */
export function TimeDoor({ href, ms, style }: { href: string; ms: number; style?: DurationStyle }) {
  const format = useFormat();
  return <Door href={href} text={format.spoken(ms)}>{format.duration(ms, style)}</Door>;
}

/** Seen as one thing and heard as another. */
export function Spoken({ text, children }: { text: string; children: ReactNode }) {
  return <><span aria-hidden="true">{children}</span><span className="sr">{text}</span></>;
}

/** Words of a sentence that open plays. */
export function DoorWords({ href, children }: { href: string; children: ReactNode }) {
  if (!useDoors()) return <>{children}</>;
  return <Link className="open" href={href} prefetch={false}>{children}</Link>;
}

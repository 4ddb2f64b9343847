"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useDoors } from "./doors";

interface DoorProps {
  /** The address of the plays that it was counted from. */
  href: string;
  text: string;
}

/** A number is a door: it opens the plays that it was counted from. */
export function Door({ href, text }: DoorProps) {
  const t = useTranslations("plays");
  if (!useDoors()) return <>{text}</>;
  return <Link className="open" href={href} prefetch={false} aria-label={t("open", { text })}>{text}</Link>;
}

/** Words of a sentence that open plays. */
export function DoorWords({ href, children }: { href: string; children: ReactNode }) {
  if (!useDoors()) return <>{children}</>;
  return <Link className="open" href={href} prefetch={false}>{children}</Link>;
}

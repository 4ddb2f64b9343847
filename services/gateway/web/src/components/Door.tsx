"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";

interface DoorProps {
  /** The address of the plays that it was counted from. */
  href: string;
  text: string;
}

/** A number is a door: it opens the plays that it was counted from. */
export function Door({ href, text }: DoorProps) {
  const t = useTranslations("plays");
  return <Link className="open" href={href} prefetch={false} aria-label={t("open", { text })}>{text}</Link>;
}

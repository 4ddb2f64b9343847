"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { PlayIcon } from "@/components/Icons";
import type { Span } from "@/lib/windows";
import { opens, takesFocus } from "./returning";

/** Leads to the story of the window that is shown, and takes the focus back from it. */
export function StoryButton({ window: { from, to } }: { window: Span }) {
  const t = useTranslations("story");
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus()) link.current?.focus();
  }, []);
  return (
    <Link ref={link} className="chip story-open" href={`/story/?from=${from}&to=${to}`} prefetch={false} onClick={opens}>
      <PlayIcon size={12} /> {t("open")}
    </Link>
  );
}

"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";

interface ReadOnProps {
  more: () => void;
  loading: boolean;
}

const AHEAD = "600px 0px";

/** The next page, asked for when the end comes near; a button for whoever gets there otherwise. */
export function ReadOn({ more, loading }: ReadOnProps) {
  const t = useTranslations("plays");
  const end = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    const element = end.current;
    if (!element || loading) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) more();
    }, { rootMargin: AHEAD });
    observer.observe(element);
    return () => observer.disconnect();
  }, [loading, more]);

  return (
    <p ref={end} className="more">
      <button type="button" className="btn" aria-disabled={loading} onClick={() => !loading && more()}>{t("more")}</button>
    </p>
  );
}

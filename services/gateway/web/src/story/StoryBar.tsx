"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

/** The upper edge: what is said of the card, and the button that leaves. */
export function StoryBar({ leave, children }: { leave: () => void; children?: ReactNode }) {
  const t = useTranslations("story");
  return (
    <div className="story-bar">
      {children}
      <button type="button" className="story-icon" aria-label={t("close")} onClick={leave}>
        <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true"><path d="M3 3l10 10M13 3 3 13" stroke="currentColor" strokeWidth="1.6" /></svg>
      </button>
    </div>
  );
}

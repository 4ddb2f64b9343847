"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

interface SheetHeadProps {
  /** What stands before the title. */
  picture?: ReactNode;
  children: ReactNode;
  onClose: () => void;
}

/** The head of a sheet: what it is about, and the way out. */
export function SheetHead({ picture, children, onClose }: SheetHeadProps) {
  const t = useTranslations("common");
  return (
    <div className="detail-head">
      {picture}
      <div className="detail-title">{children}</div>
      <button type="button" className="btn" onClick={onClose}>{t("close")}</button>
    </div>
  );
}

"use client";

import { useTranslations } from "use-intl";
import { Sheet } from "@/components/Sheet";
import type { Span } from "@/lib/windows";
import { DatesForm } from "./DatesForm";
import type { Window } from "./useWindow";

interface WindowSheetProps {
  window: Window;
  zone: string;
  history: Span | null;
  onClose: () => void;
}

/** The window, opened. */
export default function WindowSheet({ window, zone, history, onClose }: WindowSheetProps) {
  const t = useTranslations("window");
  return (
    <Sheet label={t("dialog")} onClose={onClose} className="pick">
      <DatesForm span={window} today={window.today} zone={zone} history={history} action={t("show")} onApply={window.show} onClose={onClose} />
    </Sheet>
  );
}

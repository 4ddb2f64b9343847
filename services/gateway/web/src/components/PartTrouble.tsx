"use client";

import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import { ErrorNumber } from "./ErrorNumber";
import { tryAgain } from "./Trouble";
import { useReason } from "./useReason";

interface PartTroubleProps {
  answer: Answer<unknown>;
  /** What could not be read. */
  title: string;
}

/** In the place of a part that could not be read: what it is, why, and a way to try again. */
export function PartTrouble({ answer, title }: PartTroubleProps) {
  const t = useTranslations("common");
  const why = useReason(answer.error);
  return (
    <div className="part-note q">
      <p>{title} {why} <button type="button" className="plain" onClick={({ currentTarget }) => tryAgain(currentTarget, answer.retry)}>{t("tryAgain")}</button></p>
      <ErrorNumber error={answer.error} />
    </div>
  );
}

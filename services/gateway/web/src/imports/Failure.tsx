"use client";

import { useTranslations } from "use-intl";
import type { Upload } from "@/api/types";
import { Note } from "@/components/Note";
import { failureOf } from "./serverWords";

/** Why nothing could be taken from an export, and what to do. */
export function Failure({ upload }: { upload: Upload }) {
  const t = useTranslations();
  const known = upload.error ? failureOf(upload.error) : null;
  return (
    <div role="alert">
      <Note tone="bad">
        {known ? t(`failures.${known.name}`, { limit: known.limit }) : upload.error} {t("import.failedText")}
      </Note>
    </div>
  );
}

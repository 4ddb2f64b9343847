"use client";

import { useTranslations } from "use-intl";
import type { Upload } from "@/api/types";
import { Note } from "@/components/Note";

/** Why nothing could be taken from an export; the server says it in one sentence. */
export function Failure({ upload }: { upload: Upload }) {
  const t = useTranslations("import");
  return (
    <div role="alert">
      <Note tone="bad">
        {upload.error && <><b>{upload.error}</b> </>}
        {t("failedText")}
      </Note>
    </div>
  );
}

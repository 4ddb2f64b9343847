"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { Upload } from "@/api/types";
import { useReason } from "@/components/useReason";
import { csv } from "@/lib/csv";
import { plainFileName, saveFile } from "@/lib/files";
import { allRejections } from "./rejections";
import { reasonOf } from "./serverWords";
import { useUploadName } from "./useUploadName";

/** All rejected rows as a table: file, row, the reason in words and as the server calls it. */
export function SaveRejections({ upload }: { upload: Upload }) {
  const t = useTranslations("rejections");
  const reasons = useTranslations("reasons");
  const name = useUploadName();
  const save = useMutation({
    mutationFn: () => allRejections(upload.id),
    onSuccess: (rows) => {
      const table = rows.map(({ file, row, reason }) => {
        const known = reasonOf(reason);
        return [file, row, known ? reasons(known) : reason, reason];
      });
      const text = csv([[t("file"), t("row"), t("reason"), t("code")], ...table]);
      saveFile(plainFileName([t("title"), name(upload)], "csv"), "text/csv;charset=utf-8", text);
    },
  });
  const reason = useReason(save.error);
  return (
    <p className="save-rejections">
      <button type="button" className="btn" disabled={save.isPending} onClick={() => save.mutate()}>
        {save.isPending ? t("saving") : t("save")}
      </button>
      <span className="small" role="status">
        {save.isSuccess && <span className="ok">{t("saved", { count: save.data.length })}</span>}
        {save.isError && <span className="bad">{t("notSaved")} {reason}</span>}
      </span>
    </p>
  );
}

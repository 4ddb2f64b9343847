"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { accountApi } from "@/api/accountApi";
import { keys } from "@/api/keys";
import { CopyField } from "@/components/CopyField";
import { useReason } from "@/components/useReason";

export function NewInvitation({ csrf }: { csrf: string }) {
  const t = useTranslations("invitations");
  const client = useQueryClient();
  const [admin, setAdmin] = useState(false);
  const make = useMutation({
    mutationFn: () => accountApi.invite(csrf, admin),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.invitations }),
  });
  const refusal = useReason(make.error);
  return (
    <div className="controls">
      <button type="button" className="btn" disabled={make.isPending} onClick={() => make.mutate()}>{t("make")}</button>
      <label className="tick">
        <input type="checkbox" checked={admin} onChange={(event) => setAdmin(event.target.checked)} />
        {t("alsoAdmin")}
      </label>
      {make.isError && <p className="small bad" role="alert">{t("failed")} {refusal}</p>}
      {make.data && (
        <div className="note once" role="status">
          <p>{t("once")}</p>
          <CopyField text={make.data.url} />
        </div>
      )}
    </div>
  );
}

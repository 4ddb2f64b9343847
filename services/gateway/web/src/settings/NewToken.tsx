"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { CopyField } from "@/components/CopyField";
import { useReason } from "@/components/useReason";

const LONGEST_NAME = 80;

export function NewToken({ csrf }: { csrf: string }) {
  const t = useTranslations("settings");
  const client = useQueryClient();
  const [name, setName] = useState("");
  const make = useMutation({
    mutationFn: (wanted: string) => api.createToken(csrf, wanted),
    onSuccess: () => {
      setName("");
      void client.invalidateQueries({ queryKey: keys.tokens });
    },
  });
  const reason = useReason(make.error);

  return (
    <form
      className="controls"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) make.mutate(name.trim());
      }}
    >
      <input
        className="input" value={name} maxLength={LONGEST_NAME} required placeholder={t("tokenName")} aria-label={t("tokenName")}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="btn" disabled={make.isPending}>{t("tokenCreate")}</button>
      {make.isError && <p className="small bad" role="alert">{t("tokenFailed")} {reason}</p>}
      {make.data && <ShownOnce name={make.data.name} token={make.data.token} />}
    </form>
  );
}

function ShownOnce({ name, token }: { name: string; token: string }) {
  const t = useTranslations("settings");
  return (
    <div className="note once" role="status">
      <p>{t("tokenNew", { name })}</p>
      <CopyField text={token} />
    </div>
  );
}

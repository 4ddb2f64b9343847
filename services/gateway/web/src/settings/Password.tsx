"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { accountApi } from "@/api/accountApi";
import { keys } from "@/api/keys";
import { PasswordField } from "@/components/PasswordField";
import { useReason } from "@/components/useReason";
import { Section } from "./Section";

/** Another password for a local account. */
export default function Password({ csrf, login }: { csrf: string; login: string }) {
  const t = useTranslations("password");
  const client = useQueryClient();
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const change = useMutation({
    mutationFn: () => accountApi.changePassword(csrf, old, next),
    onSuccess: () => {
      setOld("");
      setNext("");
      void client.invalidateQueries({ queryKey: keys.sessions });
    },
  });
  const refusal = useReason(change.error);
  return (
    <Section id="password" title={t("title")}>
      <p className="q">{t.rich("text", { login: () => <b>{login}</b> })}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <input type="text" hidden readOnly autoComplete="username" value={login} aria-hidden="true" />
        <PasswordField label={t("old")} value={old} onChange={setOld} />
        <PasswordField label={t("new")} value={next} onChange={setNext} fresh />
        <p className="controls"><button type="submit" className="btn" disabled={change.isPending}>{t("change")}</button></p>
        <p className="small saved" role="status">
          {change.isSuccess && <span className="ok">{t("changed")}</span>}
          {change.isError && <span className="bad">{refusal}</span>}
        </p>
      </form>
    </Section>
  );
}

"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { PasswordField } from "@/components/PasswordField";
import { useReason } from "@/components/useReason";
import { useJoin } from "./useJoin";

/** Another password for the account that the link is for. */
export function AnewForm({ secret, login }: { secret: string; login: string }) {
  const t = useTranslations("join");
  const [password, setPassword] = useState("");
  const join = useJoin();
  const refusal = useReason(join.error);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        // The account has its name already; the interface asks for one all the same.
        join.mutate({ code: secret, login, name: login, password });
      }}
    >
      <input type="text" hidden readOnly autoComplete="username" value={login} aria-hidden="true" />
      <PasswordField label={t("newPassword")} value={password} onChange={setPassword} fresh />
      {join.isError && <p className="form-error bad" role="alert">{refusal}</p>}
      <p><button type="submit" className="btn main" disabled={join.isPending || join.isSuccess}>{t("setPassword")}</button></p>
    </form>
  );
}

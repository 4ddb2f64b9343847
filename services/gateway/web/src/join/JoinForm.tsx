"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/Field";
import { PasswordField } from "@/components/PasswordField";
import { useReason } from "@/components/useReason";
import { useLanguage } from "@/intl/IntlGate";
import { LOGIN_PATTERN, NAME_LONGEST } from "@/lib/account";
import { useJoin } from "./useJoin";

/** The name to be called by, the name to sign in with, a password: an account. */
export function JoinForm({ secret }: { secret: string }) {
  const t = useTranslations("join");
  const { language } = useLanguage();
  const [name, setName] = useState("");
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const join = useJoin();
  const refusal = useReason(join.error);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        join.mutate({ code: secret, login, name: name.trim(), password, locale: language, ...(zone ? { time_zone: zone } : {}) });
      }}
    >
      <Field
        label={t("name")} hint={t("nameHint")} value={name} required maxLength={NAME_LONGEST} autoComplete="name"
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={t("login")} hint={t("loginHint")} value={login} required pattern={LOGIN_PATTERN} title={t("loginHint")} maxLength={32} autoComplete="username"
        autoCapitalize="none" spellCheck={false} onChange={(event) => setLogin(event.target.value.trim().toLowerCase())}
      />
      <PasswordField label={t("password")} value={password} onChange={setPassword} fresh />
      {join.isError && <p className="form-error bad" role="alert">{refusal}</p>}
      <p><button type="submit" className="btn main" disabled={join.isPending || join.isSuccess}>{t("join")}</button></p>
    </form>
  );
}

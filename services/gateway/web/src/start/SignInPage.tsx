"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { accountApi } from "@/api/accountApi";
import { address } from "@/api/address";
import { useMe } from "@/api/queries";
import { Field } from "@/components/Field";
import { PasswordField } from "@/components/PasswordField";
import { useReason } from "@/components/useReason";
import { nextPath } from "@/lib/nextPath";
import { PageTitle } from "@/shell/PageTitle";
import { welcome } from "@/shell/signOut";

/** `/sign-in/?next=`: with a name and a password. Whoever is signed in is led on. */
export function SignInPage() {
  const t = useTranslations("signIn");
  const start = useTranslations("start");
  const me = useMe();
  const router = useRouter();
  const asked = useSearchParams().get("next");
  const signedIn = Boolean(me.data);

  useEffect(() => {
    if (signedIn) router.replace(nextPath(asked, window.location.origin));
  }, [asked, router, signedIn]);

  return (
    <section className="imp entry">
      <PageTitle text={t("title")} />
      <h1>{t("title")}</h1>
      <p className="lead q">{t("lead")}</p>
      <PasswordForm />
      <p className="entry-else">
        {t("orElse")} <a href={address("/auth/login", { next: asked })}>{start("signIn")}</a>
      </p>
    </section>
  );
}

function PasswordForm() {
  const t = useTranslations("signIn");
  const client = useQueryClient();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const enter = useMutation({
    mutationFn: () => accountApi.signIn(login.trim().toLowerCase(), password),
    onSuccess: () => welcome(client),
    onError: () => setPassword(""),
  });
  const refusal = useReason(enter.error);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      <Field
        label={t("login")} value={login} required autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64}
        onChange={(event) => setLogin(event.target.value)}
      />
      <PasswordField label={t("password")} value={password} onChange={setPassword} />
      {enter.isError && <p className="form-error bad" role="alert">{refusal}</p>}
      <p><button type="submit" className="btn main" disabled={enter.isPending || enter.isSuccess}>{t("enter")}</button></p>
    </form>
  );
}

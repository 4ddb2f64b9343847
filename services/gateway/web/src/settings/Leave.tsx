"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { accountApi } from "@/api/accountApi";
import type { Me } from "@/api/types";
import { Field } from "@/components/Field";
import { useReason } from "@/components/useReason";
import { sameName } from "@/lib/account";
import { forgetMe } from "@/shell/signOut";
import { Section } from "./Section";

const WHAT = ["history", "access", "shared", "traces", "elsewhere"] as const;

/** Erasing oneself: what happens everywhere, and the one thing here that cannot be undone. */
export function Leave({ me }: { me: Me }) {
  const t = useTranslations("leave");
  return (
    <Section id="leave" title={t("title")}>
      <p>{t("text")}</p>
      <ul className="plain-list q">{WHAT.map((what) => <li key={what}>{t(what)}</li>)}</ul>
      <LeaveForm me={me} />
    </Section>
  );
}

function LeaveForm({ me }: { me: Me }) {
  const t = useTranslations("leave");
  const client = useQueryClient();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const leave = useMutation({
    mutationFn: () => accountApi.leave(me.csrf_token),
    onSuccess: () => {
      // First away from here, so that no part of this page asks for what is gone.
      router.replace("/goodbye/");
      forgetMe(client);
    },
  });
  const refusal = useReason(leave.error);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (sameName(typed, me.name)) leave.mutate();
      }}
    >
      <Field
        label={t("confirm")} hint={t.rich("confirmHint", { name: () => <b><bdi>{me.name}</bdi></b> })} value={typed} required autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <p><button type="submit" className="btn danger" disabled={!sameName(typed, me.name) || leave.isPending || leave.isSuccess}>{t("leave")}</button></p>
      {leave.isError && <p className="small bad" role="alert">{t("failed")} {refusal}</p>}
    </form>
  );
}

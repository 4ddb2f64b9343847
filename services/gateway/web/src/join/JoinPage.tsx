"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/api/client";
import { isProblem } from "@/api/problems";
import { useMe } from "@/api/queries";
import type { Me } from "@/api/types";
import { Trouble } from "@/components/Trouble";
import { useFormat } from "@/intl/useFormat";
import { PageTitle } from "@/shell/PageTitle";
import { AnewForm } from "./AnewForm";
import { JoinForm } from "./JoinForm";
import { useInvitation, useSecret } from "./useInvitation";

/** `/join/#<secret>`: an invitation is looked at, then taken; or a forgotten password is set anew by such a link. */
export function JoinPage() {
  const t = useTranslations("join");
  const secret = useSecret();
  const invitation = useInvitation(secret);
  if (secret === "") return <Turned title={t("incomplete")} text={t("incompleteText")} />;
  if (invitation.error && isOver(invitation.error)) return <Turned title={t("over")} text={t("overText")} />;
  if (invitation.status === "error") {
    return <><PageTitle text={t("error")} /><Trouble title={t("error")} error={invitation.error} retry={invitation.retry} page /></>;
  }
  if (!invitation.data) return <section className="imp entry late" aria-busy="true"><h1><span className="sk line w60" /></h1></section>;
  const { login, expires_at: expiresAt } = invitation.data;
  if (login) return <Forgotten secret={secret} login={login} expiresAt={expiresAt} />;
  return <Invited secret={secret} invitedBy={invitation.data.invited_by} expiresAt={expiresAt} />;
}

/** Any refusal but "too many attempts" means that nobody can take it. */
function isOver(error: Error): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500 && !isProblem(error, "too-many-attempts");
}

function Turned({ title, text }: { title: string; text: string }) {
  const t = useTranslations("join");
  return (
    <section className="imp entry">
      <PageTitle text={title} />
      <h1>{title}</h1>
      <p className="lead q">{text}</p>
      <p><Link className="btn" href="/" prefetch={false}>{t("start")}</Link></p>
    </section>
  );
}

function Forgotten({ secret, login, expiresAt }: { secret: string; login: string; expiresAt: string }) {
  const t = useTranslations("join");
  const before = useWhoWasIn();
  return (
    <section className="imp entry">
      <PageTitle text={t("anew")} />
      <h1>{t("anew")}</h1>
      <p className="lead q">{t.rich("anewLead", { login: () => <b>{login}</b> })}</p>
      {before && before.login !== login && <div className="note"><p>{t("anewSignedIn", { name: before.name, login })}</p></div>}
      <AnewForm secret={secret} login={login} />
      <Until moment={expiresAt} />
    </section>
  );
}

/** Who was signed in when the page opened: whoever is so by the link itself is no other one that would have to be told. */
function useWhoWasIn(): Me | null {
  const me = useMe();
  const [before] = useState(me.data ?? null);
  return before;
}

function Until({ moment }: { moment: string }) {
  const t = useTranslations("join");
  const format = useFormat();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  return <p className="small q gap">{t("until", { moment: format.moment(moment, zone) })}</p>;
}

function Invited({ secret, invitedBy, expiresAt }: { secret: string; invitedBy: string | null; expiresAt: string }) {
  const t = useTranslations("join");
  const before = useWhoWasIn();
  return (
    <section className="imp entry">
      <PageTitle text={invitedBy ? t.markup("invitedBy", { name: () => invitedBy }) : t("first")} />
      <h1>{invitedBy ? t.rich("invitedBy", { name: () => <bdi>{invitedBy}</bdi> }) : t("first")}</h1>
      <p className="lead q">{t(invitedBy ? "lead" : "firstLead")}</p>
      {before && <div className="note"><p>{t("signedIn", { name: before.name })}</p></div>}
      <JoinForm secret={secret} />
      <Until moment={expiresAt} />
    </section>
  );
}

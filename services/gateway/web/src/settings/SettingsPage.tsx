"use client";

import { Suspense, useEffect, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useMe } from "@/api/queries";
import type { Me } from "@/api/types";
import { KeysField } from "@/keys/KeysField";
import { late } from "@/lib/late";
import { PageTitle } from "@/shell/PageTitle";
import { SignInFirst } from "@/start/SignInFirst";
import { Connection } from "./Connection";
import { LanguageField } from "./LanguageField";
import { Leave } from "./Leave";
import { LiveFeed } from "./LiveFeed";
import { Sessions } from "./Sessions";
import { Shares } from "./Shares";
import { Sharing } from "./Sharing";
import { TakeAway } from "./TakeAway";
import { Tokens } from "./Tokens";
import { ZoneField } from "./ZoneField";

/** Not everybody has these. */
const Invitations = late(() => import("./Invitations"));
const Password = late(() => import("./Password"));

/** `/settings/`: how one is shown, where plays come from, who sees what, who gets in, and what becomes of it all. */
export function SettingsPage() {
  const me = useMe();
  return me.data ? <Settings key={me.data.id} me={me.data} /> : <SignInFirst />;
}

const GROUPS = ["you", "plays", "others", "access", "data"] as const;
type GroupName = (typeof GROUPS)[number];

function Settings({ me }: { me: Me }) {
  const t = useTranslations("settings");
  // The part that the address names was not there yet when the browser looked for it.
  useEffect(() => document.getElementById(window.location.hash.slice(1))?.scrollIntoView(), []);
  return (
    <section className="imp settings">
      <PageTitle text={t("title")} />
      <h1>{t("title")}</h1>
      <nav className="jump" aria-label={t("jump")}>
        {GROUPS.map((group) => <a key={group} className="chip" href={`#${group}`}>{t(`group.${group}`)}</a>)}
      </nav>
      <Group name="you"><ZoneField me={me} /><LanguageField me={me} /><KeysField /></Group>
      <Group name="plays"><Connection me={me} /><LiveFeed me={me} /></Group>
      <Group name="others"><Sharing me={me} /><Shares me={me} />{me.admin && <Suspense><Invitations me={me} /></Suspense>}</Group>
      <Group name="access">
        <Sessions me={me} />
        {me.login !== null && <Suspense><Password csrf={me.csrf_token} login={me.login} /></Suspense>}
        <Tokens me={me} />
      </Group>
      <Group name="data"><TakeAway /><Leave me={me} /></Group>
    </section>
  );
}

function Group({ name, children }: { name: GroupName; children: ReactNode }) {
  const t = useTranslations("settings");
  return (
    <section className="group" id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{t(`group.${name}`)}</h2>
      {children}
    </section>
  );
}

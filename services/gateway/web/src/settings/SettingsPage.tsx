"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useMe } from "@/api/queries";
import type { Me } from "@/api/types";
import { useFormat } from "@/intl/useFormat";
import { signOut } from "@/shell/signOut";
import { SignInFirst } from "@/start/StartPage";
import { LanguageField } from "./LanguageField";
import { Tokens } from "./Tokens";
import { ZoneField } from "./ZoneField";

/** `/settings/`: what the person can change about how they are shown, and who may read in their name. */
export function SettingsPage() {
  const me = useMe();
  return me.data ? <Settings me={me.data} /> : <SignInFirst />;
}

function Settings({ me }: { me: Me }) {
  const t = useTranslations("settings");
  return (
    <section className="imp settings">
      <h1>{t("title")}</h1>
      <ZoneField me={me} />
      <LanguageField me={me} />
      <Connection me={me} />
      <Tokens me={me} />
      <Session me={me} />
    </section>
  );
}

function Connection({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const format = useFormat();
  const { connected, until } = me.spotify;
  return (
    <section className="field" aria-labelledby="spotify-title">
      <h2 id="spotify-title">{t("spotify")}</h2>
      <div>
        {connected ? (
          <p>{until ? t("connectedUntil", { date: format.dayOf(until, me.time_zone) }) : t("connected")}</p>
        ) : (
          <>
            <p>{t("expired")}</p>
            <p><a className="btn main" href="/auth/login?next=/settings/">{t("renew")}</a></p>
          </>
        )}
      </div>
    </section>
  );
}

function Session({ me }: { me: Me }) {
  const t = useTranslations();
  const client = useQueryClient();
  const router = useRouter();
  return (
    <section className="field" aria-labelledby="session-title">
      <h2 id="session-title">{t("settings.session")}</h2>
      <div>
        <p className="q">{t("settings.signOutText")}</p>
        <p>
          <button type="button" className="btn" onClick={() => void signOut(me.csrf_token, client).then(() => router.push("/"))}>
            {t("nav.signOut")}
          </button>
        </p>
      </div>
    </section>
  );
}

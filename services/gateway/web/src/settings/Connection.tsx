"use client";

import { useTranslations } from "use-intl";
import { address } from "@/api/address";
import type { Me } from "@/api/types";
import { useFormat } from "@/intl/useFormat";
import { Section } from "./Section";

/** The connection to Spotify: never made, living until a day, or ended. */
export function Connection({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const { connected, reconnect } = me.spotify;
  return (
    <Section id="spotify" title={t("spotify")}>
      {connected && <Connected me={me} />}
      {!connected && <p>{reconnect ? t("ended") : t("notConnected")}</p>}
      {!connected && <p className="q">{reconnect ? t("endedText") : t("notConnectedText")}</p>}
      {!connected && <p><a className="btn main" href={connectAddress(me)}>{reconnect ? t("reconnect") : t("connect")}</a></p>}
    </Section>
  );
}

function Connected({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const format = useFormat();
  const { until } = me.spotify;
  return (
    <>
      <p>{t("connected")} {until && t.rich("reconnectBy", { date: format.dayOf(until, me.time_zone), b: (words) => <b>{words}</b> })}</p>
      <p className="q">
        {t("connectedText")} {until && <a href={connectAddress(me)}>{t("reconnectNow")}</a>}
      </p>
    </>
  );
}

/** A local account keeps its name and gets the connection; anybody else signs in once more. */
function connectAddress(me: Me): string {
  return address("/auth/login", { next: "/settings/", connect: me.login === null ? null : "true" });
}

"use client";

import { useTranslations, type RichTranslationValues } from "use-intl";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { useTokens } from "@/api/queries";
import type { Me, Token } from "@/api/types";
import { useFormat } from "@/intl/useFormat";
import { NewToken } from "./NewToken";
import { RevocableList } from "./RevocableList";
import { Section } from "./Section";
import { useRevoke } from "./useRevoke";

const RICH: RichTranslationValues = { code: (text) => <code>{text}</code> };

/** Personal access tokens for scripts: made, listed, revoked. */
export function Tokens({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const tokens = useTokens();
  const revoke = useRevoke((id) => api.deleteToken(me.csrf_token, id), keys.tokens);
  return (
    <Section id="tokens" title={t("tokens")}>
      <p className="q">{t.rich("tokensText", RICH)}</p>
      <NewToken csrf={me.csrf_token} />
      <RevocableList
        answer={tokens} revoke={revoke} empty={t("tokensEmpty")} error={t("tokensError")} going={({ name }) => t("tokenRevoked", { name })}
      >
        {(token) => <TokenRow token={token} zone={me.time_zone} onRevoke={() => revoke.begin(token.id)} />}
      </RevocableList>
    </Section>
  );
}

function TokenRow({ token, zone, onRevoke }: { token: Token; zone: string; onRevoke: () => void }) {
  const t = useTranslations("settings");
  const format = useFormat();
  const date = (moment: string) => format.dayOf(moment, zone);
  return (
    <>
      <div>
        <p className="tt"><bdi>{token.name}</bdi></p>
        <p className="small q">
          {t("tokenMade", { date: date(token.created_at) })} · {token.last_used_at ? t("tokenUsed", { date: date(token.last_used_at) }) : t("tokenUnused")}
        </p>
      </div>
      <button type="button" className="btn" aria-label={t("revokeNamed", { name: token.name })} onClick={onRevoke}>{t("revoke")}</button>
    </>
  );
}

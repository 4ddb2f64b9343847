"use client";

import { useTranslations, type RichTranslationValues } from "use-intl";
import { useTokens } from "@/api/queries";
import type { Me, Token } from "@/api/types";
import { Trouble } from "@/components/Trouble";
import { useFormat } from "@/intl/useFormat";
import { NewToken } from "./NewToken";
import { useRevoke } from "./useRevoke";

const RICH: RichTranslationValues = { code: (text) => <code>{text}</code> };

/** Personal access tokens for scripts: made, listed, revoked. */
export function Tokens({ me }: { me: Me }) {
  const t = useTranslations("settings");
  return (
    <section className="field" aria-labelledby="tokens-title">
      <h2 id="tokens-title">{t("tokens")}</h2>
      <div>
        <p className="q">{t.rich("tokensText", RICH)}</p>
        <NewToken csrf={me.csrf_token} />
        <TokenList me={me} />
      </div>
    </section>
  );
}

function TokenList({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const tokens = useTokens();
  const revoke = useRevoke(me.csrf_token);
  if (tokens.status === "error") return <Trouble title={t("tokensError")} text="" error={tokens.error} retry={tokens.retry} />;
  if (!tokens.data) return <p className="late"><span className="sk line w50" /></p>;
  if (tokens.data.length === 0) return <p className="q">{t("tokensEmpty")}</p>;
  return (
    <ul className="uploads">
      {tokens.data.map((token) => (
        <TokenRow
          key={token.id} token={token} zone={me.time_zone} going={revoke.pending.has(token.id)}
          onRevoke={() => revoke.begin(token.id)} onUndo={() => revoke.undo(token.id)}
        />
      ))}
    </ul>
  );
}

interface TokenRowProps {
  token: Token;
  zone: string;
  going: boolean;
  onRevoke: () => void;
  onUndo: () => void;
}

function TokenRow({ token, zone, going, onRevoke, onUndo }: TokenRowProps) {
  const t = useTranslations("settings");
  const format = useFormat();
  const date = (moment: string) => format.dayOf(moment, zone);
  if (going) {
    return (
      <li>
        <p className="q" role="status">{t("tokenRevoked", { name: token.name })}</p>
        <button type="button" className="btn" onClick={onUndo}>{t("undo")}</button>
      </li>
    );
  }
  return (
    <li>
      <div>
        <p className="tt"><bdi>{token.name}</bdi></p>
        <p className="small q">
          {t("tokenMade", { date: date(token.created_at) })} · {token.last_used_at ? t("tokenUsed", { date: date(token.last_used_at) }) : t("tokenUnused")}
        </p>
      </div>
      <button type="button" className="btn" aria-label={t("tokenRevokeNamed", { name: token.name })} onClick={onRevoke}>{t("tokenRevoke")}</button>
    </li>
  );
}

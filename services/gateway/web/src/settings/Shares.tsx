"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { accountApi } from "@/api/accountApi";
import { useShares } from "@/api/accountQueries";
import type { Share } from "@/api/accountTypes";
import { keys } from "@/api/keys";
import type { Me } from "@/api/types";
import { CopyField } from "@/components/CopyField";
import { useFormat } from "@/intl/useFormat";
import { RevocableList } from "./RevocableList";
import { Section } from "./Section";
import { useRevoke } from "./useRevoke";

/** The public pages that one has made: each can be copied again, and taken back. */
export function Shares({ me }: { me: Me }) {
  const t = useTranslations("shares");
  const shares = useShares();
  const revoke = useRevoke((id) => accountApi.revokeShare(me.csrf_token, id), keys.shares);
  const window = useShareWindow();
  return (
    <Section id="shares" title={t("title")}>
      <p className="q">{t.rich("text", { link: (words) => <Link href="/" prefetch={false}>{words}</Link> })}</p>
      <RevocableList answer={shares} revoke={revoke} empty={t("empty")} error={t("error")} going={(share) => t("revoking", { window: window(share) })}>
        {(share) => <ShareRow share={share} window={window(share)} zone={me.time_zone} onRevoke={() => revoke.begin(share.id)} />}
      </RevocableList>
    </Section>
  );
}

/** What a share shows, in words. */
function useShareWindow(): (share: Share) => string {
  const t = useTranslations("shares");
  const format = useFormat();
  return ({ from, to }) => (from && to ? format.range(from, to) : t("everything"));
}

function ShareRow({ share, window, zone, onRevoke }: { share: Share; window: string; zone: string; onRevoke: () => void }) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <>
      <div className="share-row">
        <p className="tt"><a href={share.url} target="_blank" rel="noreferrer">{window}<span className="sr"> ({t("common.newTab")})</span></a></p>
        <p className="small q">{t("shares.made", { date: format.dayOf(share.created_at, zone) })}</p>
        <CopyField text={share.url} name={window} />
      </div>
      <button type="button" className="btn" aria-label={t("settings.revokeNamed", { name: window })} onClick={onRevoke}>{t("settings.revoke")}</button>
    </>
  );
}

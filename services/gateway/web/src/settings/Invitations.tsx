"use client";

import { useTranslations } from "use-intl";
import { accountApi } from "@/api/accountApi";
import { useInvitations } from "@/api/accountQueries";
import type { Invitation } from "@/api/accountTypes";
import { keys } from "@/api/keys";
import type { Me } from "@/api/types";
import { useFormat } from "@/intl/useFormat";
import { NewInvitation } from "./NewInvitation";
import { RevocableList } from "./RevocableList";
import { Section } from "./Section";
import { useRevoke } from "./useRevoke";

/** Links by which others get an account here: made, listed without their secret, revoked. For admins. */
export default function Invitations({ me }: { me: Me }) {
  const t = useTranslations("invitations");
  const format = useFormat();
  const invitations = useInvitations();
  const revoke = useRevoke((id) => accountApi.revokeInvitation(me.csrf_token, id), keys.invitations);
  const until = (invitation: Invitation) => t("until", { moment: format.moment(invitation.expires_at, me.time_zone) });
  return (
    <Section id="invitations" title={t("title")}>
      <p className="q">{t("text")}</p>
      <NewInvitation csrf={me.csrf_token} />
      <RevocableList answer={invitations} revoke={revoke} empty={t("empty")} error={t("error")} going={() => t("revoking")}>
        {(invitation) => (
          <>
            <div>
              <p className="tt">{t(invitation.admin ? "forAdmin" : "forPerson")}</p>
              <p className="small q">{t("made", { date: format.dayOf(invitation.created_at, me.time_zone) })} · {until(invitation)}</p>
            </div>
            <Revoke name={until(invitation)} onRevoke={() => revoke.begin(invitation.id)} />
          </>
        )}
      </RevocableList>
    </Section>
  );
}

function Revoke({ name, onRevoke }: { name: string; onRevoke: () => void }) {
  const t = useTranslations();
  return (
    <button type="button" className="btn" aria-label={t("invitations.revokeNamed", { name })} onClick={onRevoke}>{t("settings.revoke")}</button>
  );
}

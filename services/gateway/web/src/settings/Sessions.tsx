"use client";

import { useTranslations } from "use-intl";
import { accountApi } from "@/api/accountApi";
import { useSessions } from "@/api/accountQueries";
import type { Session } from "@/api/accountTypes";
import { keys } from "@/api/keys";
import type { Me } from "@/api/types";
import { useFormat } from "@/intl/useFormat";
import { StillSignedIn } from "@/shell/StillSignedIn";
import { useSignOut } from "@/shell/useSignOut";
import { Going } from "./Going";
import { NotRevoked } from "./NotRevoked";
import { RevocableList } from "./RevocableList";
import { Section } from "./Section";
import { useRevoke, type Revoke } from "./useRevoke";

/** Stands for all but this one, where a session is named by its id. */
const OTHERS = "others";

/** The browsers that are signed in: each can be ended, this one is marked. */
export function Sessions({ me }: { me: Me }) {
  const t = useTranslations("sessions");
  const sessions = useSessions();
  const end = useRevoke(
    (id) => (id === OTHERS ? accountApi.endOtherSessions(me.csrf_token) : accountApi.endSession(me.csrf_token, id)),
    keys.sessions,
  );
  const device = (session: Session) => session.device ?? t("unknownDevice");
  return (
    <Section id="sessions" title={t("title")}>
      <p className="q">{t("text")}</p>
      <RevocableList
        answer={sessions} revoke={end} empty={t("empty")} error={t("error")} going={(session) => t("ending", { device: device(session) })}
      >
        {(session) => <SessionRow session={session} device={device(session)} me={me} onEnd={() => end.begin(session.id)} />}
      </RevocableList>
      {(sessions.data ?? []).some(({ current }) => !current) && <Others end={end} />}
    </Section>
  );
}

function Others({ end }: { end: Revoke }) {
  const t = useTranslations("sessions");
  return (
    <>
      <p className="controls">
        {end.pending.has(OTHERS) ? (
          <Going text={t("endingOthers")} onUndo={() => end.undo(OTHERS)} />
        ) : (
          <button type="button" className="btn" onClick={() => end.begin(OTHERS)}>{t("endOthers")}</button>
        )}
      </p>
      <NotRevoked error={end.failed.get(OTHERS)} />
    </>
  );
}

function SessionRow({ session, device, me, onEnd }: { session: Session; device: string; me: Me; onEnd: () => void }) {
  const t = useTranslations();
  const format = useFormat();
  const { leave, error } = useSignOut(me);
  return (
    <>
      <div>
        <p className="tt"><bdi>{device}</bdi> {session.current && <span className="mine small">{t("sessions.this")}</span>}</p>
        <p className="small q">
          {t(`sessions.${session.way}`, { date: format.dayOf(session.created_at, me.time_zone) })}{" "}
          · {t("sessions.seen", { moment: format.moment(session.last_seen_at, me.time_zone) })}
        </p>
        <StillSignedIn error={error} />
      </div>
      {session.current ? (
        <button type="button" className="btn" onClick={() => void leave()}>{t("nav.signOut")}</button>
      ) : (
        <button type="button" className="btn" aria-label={t("sessions.endNamed", { device })} onClick={onEnd}>{t("sessions.end")}</button>
      )}
    </>
  );
}

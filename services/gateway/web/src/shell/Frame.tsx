"use client";

import { Suspense, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useMe } from "@/api/queries";
import { Trouble } from "@/components/Trouble";
import { SampleProvider } from "@/sample/SampleProvider";
import { SendProvider } from "@/send/SendProvider";
import { TrayPlace } from "@/send/TrayPlace";
import { PageTitle } from "./PageTitle";
import { useFirstVisit } from "./useFirstVisit";
import { useLiveUpdates } from "./useLiveUpdates";
import { useWorker } from "./useWorker";
import { TopBar } from "./TopBar";

/** What stands on every page: the bar on top, the drop target, the sample at the bottom edge. */
export function Frame({ children }: { children: ReactNode }) {
  const me = useMe();
  const t = useTranslations();
  useLiveUpdates(Boolean(me.data));
  useFirstVisit(me.data ?? null);
  useWorker();

  return (
    <SendProvider me={me.data ?? null}>
      <SampleProvider>
        <a className="skip" href="#content">{t("common.skip")}</a>
        <div className="page"><div className="wrap">
          <TopBar me={me.data ?? null} />
          <main id="content" tabIndex={-1}>
            {me.status === "error" && me.data === undefined ? (
              <>
                <PageTitle text={t("session.failed")} />
                <Trouble title={t("session.failed")} text={t("session.failedText")} error={me.error} retry={me.retry} page />
              </>
            ) : (
              <Suspense>{children}</Suspense>
            )}
          </main>
        </div></div>
        <TrayPlace />
      </SampleProvider>
    </SendProvider>
  );
}

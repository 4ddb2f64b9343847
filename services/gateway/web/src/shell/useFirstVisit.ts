"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "@/api/client";
import { daysChanged } from "@/api/changes";
import { keys } from "@/api/keys";
import type { Me } from "@/api/types";
import { chooseLanguage } from "@/intl/language";
import { recall, remember } from "@/lib/remember";

const UNTOUCHED = "UTC";

/**
 * A new account counts its days in UTC until the page says where the person is (api.md). Done once per person and
 * browser, so that somebody who chooses UTC keeps it.
 */
export function useFirstVisit(me: Me | null): void {
  const client = useQueryClient();

  useEffect(() => {
    if (!me) return;
    const done = `zone.${me.id}`;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (recall(done) || me.time_zone !== UNTOUCHED || !zone || zone === UNTOUCHED) return;
    const locale = chooseLanguage(recall("language"), navigator.languages);
    api.changeMe(me.csrf_token, { time_zone: zone, locale }).then(
      () => {
        remember(done, zone);
        void client.invalidateQueries({ queryKey: keys.me });
        daysChanged(client);
      },
      // The next visit tries again; until then the days are UTC's, as the foot of the page says.
      () => undefined,
    );
  }, [client, me]);
}

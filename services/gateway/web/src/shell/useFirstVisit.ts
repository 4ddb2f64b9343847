"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Me } from "@/api/types";

/** A new account counts its days in UTC until the page says where the person is (api.md). Whoever has a zone keeps it, UTC too. */
export function useFirstVisit(me: Me | null): void {
  const client = useQueryClient();

  useEffect(() => {
    if (!me || me.zone_told) return;
    // Where this fails the next visit tries again; until then the days are UTC's, as the foot of the page says.
    import("./tellZone").then(({ tellZone }) => tellZone(me, client)).catch(() => undefined);
  }, [client, me]);
}

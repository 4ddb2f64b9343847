"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isMissing } from "@/api/client";
import { keys } from "@/api/keys";

/** Somebody may stop sharing while one looks: an answer that is missing (`error`) asks anew for their history, which then says so. */
export function useStillShared(person: string | null, error: Error | null): void {
  const client = useQueryClient();
  const missing = isMissing(error);
  useEffect(() => {
    if (person === null || !missing) return;
    void client.invalidateQueries({ queryKey: keys.history(person) });
    void client.invalidateQueries({ queryKey: keys.people });
  }, [client, missing, person]);
}

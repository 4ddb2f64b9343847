"use client";

import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { accountApi } from "@/api/accountApi";
import { keys } from "@/api/keys";
import { useAnswer } from "@/api/queries";

function onHashChange(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

/** The secret of the invitation: what stands behind the `#`, which no browser sends along with an address. */
export function useSecret(): string {
  return useSyncExternalStore(onHashChange, () => window.location.hash.slice(1), () => "");
}

/** Whose invitation it is, and until when. */
export function useInvitation(secret: string) {
  return useAnswer(
    useQuery({ queryKey: [...keys.invitation, secret], queryFn: () => accountApi.invitation(secret), enabled: secret !== "", staleTime: Infinity }),
  );
}

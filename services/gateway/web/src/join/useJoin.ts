"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { accountApi } from "@/api/accountApi";
import type { Joining } from "@/api/accountTypes";
import { welcome } from "@/shell/signOut";

/** Uses up an invitation, and begins with one's listening. */
export function useJoin() {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (joining: Joining) => accountApi.join(joining),
    onSuccess: async () => {
      await welcome(client);
      router.replace("/");
    },
  });
}

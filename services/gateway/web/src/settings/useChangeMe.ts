"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/queries";
import type { Me } from "@/api/types";

/** Changes the profile; every number depends on the zone, so all are asked for again. */
export function useChangeMe(me: Me) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: Partial<Pick<Me, "time_zone" | "locale">>) => api.changeMe(me.csrf_token, fields),
    onSuccess: (_, fields) => {
      client.setQueryData<Me>(keys.me, { ...me, ...fields });
      void client.invalidateQueries({ queryKey: keys.me });
      void client.invalidateQueries({ queryKey: keys.wrapped });
    },
  });
}

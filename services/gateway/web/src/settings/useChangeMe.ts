"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type MeFields } from "@/api/client";
import { keys } from "@/api/keys";
import type { Me } from "@/api/types";

/** Changes the profile; every number depends on the zone, so all are asked for again, and where one stands on who shares. */
export function useChangeMe(me: Me) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: MeFields) => api.changeMe(me.csrf_token, fields),
    onSuccess: (_, fields) => {
      client.setQueryData<Me>(keys.me, { ...me, ...fields });
      void client.invalidateQueries({ queryKey: keys.me });
      void client.invalidateQueries({ queryKey: keys.wrapped });
      void client.invalidateQueries({ queryKey: keys.standing });
    },
  });
}

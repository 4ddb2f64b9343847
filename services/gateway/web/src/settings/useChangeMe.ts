"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type MeFields } from "@/api/client";
import { daysChanged } from "@/api/changes";
import { keys } from "@/api/keys";
import type { Me } from "@/api/types";

/** Changes the profile. Every number depends on the zone, so all are asked for again; where one stands depends on who shares. */
export function useChangeMe(me: Me) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: MeFields) => api.changeMe(me.csrf_token, fields),
    onSuccess: (_, fields) => {
      client.setQueryData<Me>(keys.me, { ...me, ...fields });
      void client.invalidateQueries({ queryKey: keys.me });
      if (fields.time_zone !== undefined) daysChanged(client);
      else void client.invalidateQueries({ queryKey: keys.standing });
    },
  });
}

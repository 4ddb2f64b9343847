import type { QueryClient } from "@tanstack/react-query";
import { daysChanged } from "@/api/changes";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import type { Me } from "@/api/types";
import { chooseLanguage } from "@/intl/language";
import { recall } from "@/lib/remember";

/** Says once where a new person is, and which language their browser speaks. */
export async function tellZone(me: Me, client: QueryClient): Promise<void> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return;
  await api.changeMe(me.csrf_token, { time_zone: zone, locale: chooseLanguage(recall("language"), navigator.languages) });
  void client.invalidateQueries({ queryKey: keys.me });
  daysChanged(client);
}

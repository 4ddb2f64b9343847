"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, type ReactNode } from "react";
import { IntlProvider, useLocale, useMessages, useTimeZone, type Messages } from "use-intl";
import { Doors } from "@/components/doors";
import { useLanguage } from "@/intl/IntlGate";
import type { Language } from "@/intl/language";
import { overlaid, type Words } from "@/intl/overlaid";

const LOADERS: Record<Language, () => Promise<Words>> = {
  en: async () => (await import("../../messages/others.en.json")).default,
  de: async () => (await import("../../messages/others.de.json")).default,
};

/** Its children speak of another's history instead of "yours", and open no plays. */
export function OthersWords({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const [locale, own, zone] = [useLocale(), useMessages() as Words, useTimeZone() ?? "UTC"];
  const others = useQuery({ queryKey: ["words", language], queryFn: LOADERS[language], staleTime: Infinity });
  const messages = useMemo(() => overlaid(own, others.data ?? {}) as Messages, [others.data, own]);
  if (others.status === "pending") return null;
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={zone}>
      <Doors value={false}>{children}</Doors>
    </IntlProvider>
  );
}

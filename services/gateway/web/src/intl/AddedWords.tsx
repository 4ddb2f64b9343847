"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, type ReactNode } from "react";
import { IntlProvider, useLocale, useMessages, useTimeZone, type Messages } from "use-intl";
import { untilThere } from "@/lib/late";
import { PartMissing } from "@/shell/Broken";
import { useLanguage } from "./IntlGate";
import { overlaid, type Words } from "./overlaid";
import { wordsOf, type WordsPart } from "./wordsOf";

interface AddedWordsProps {
  /** Which of the parts that a language file has (languages.mjs). */
  part: WordsPart;
  children: ReactNode;
  /** What stands there until they have come. */
  placeholder?: ReactNode;
}

/** Its children have words beside those of the page, or in place of them, that are fetched when they are needed first. */
export function AddedWords({ part, children, placeholder = null }: AddedWordsProps) {
  const { language } = useLanguage();
  const [locale, own, zone] = [useLocale(), useMessages() as Words, useTimeZone() ?? "UTC"];
  // Who changes the language keeps the page, and the focus, while the words come.
  const added = useQuery({
    queryKey: ["words", part, language], queryFn: () => untilThere(() => wordsOf(part, language)), retry: false, staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  const messages = useMemo(() => overlaid(own, added.data ?? {}) as Messages, [added.data, own]);
  if (added.status === "pending") return placeholder;
  if (!added.data) return <PartMissing />;
  return <IntlProvider locale={locale} messages={messages} timeZone={zone}>{children}</IntlProvider>;
}

"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Wrapped } from "@/api/wrapped";
import { useFormat } from "@/intl/useFormat";
import { factsOf } from "./facts";
import type { StoryCard } from "./storyCard";
import { told } from "./told";

/** The cards of an answer, in the reader's words. */
export function useCards(wrapped: Wrapped | undefined): StoryCard[] {
  const t = useTranslations();
  const format = useFormat();
  return useMemo(() => {
    if (!wrapped) return [];
    return factsOf(wrapped).map((facts) => {
      const card = told(facts, { t, format, zone: wrapped.time_zone });
      return { id: facts.id, name: card.label, ...card };
    });
  }, [format, t, wrapped]);
}

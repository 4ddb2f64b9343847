import type { Language } from "@/intl/language";
import type { Topic } from "./topics";

const LOADERS: Record<Language, () => Promise<Record<Topic, string>>> = {
  en: async () => (await import("../../messages/definitions.en.json")).default,
  de: async () => {
    const german = (await import("../../messages/definitions.de.json")).default;
    return Object.fromEntries(Object.entries(german).map(([topic, { text }]) => [topic, text])) as Record<Topic, string>;
  },
};

/** Every definition in one language; fetched when the first one is asked for. */
export function definitionsIn(language: Language): Promise<Record<Topic, string>> {
  return LOADERS[language]();
}

import type { Language } from "@/intl/language";
import { WORDS } from "../../words";
import type { Topic } from "./topics";

/** Every definition in one language; fetched when the first one is asked for. */
export function definitionsIn(language: Language): Promise<Record<Topic, string>> {
  return WORDS.definitions[language]();
}

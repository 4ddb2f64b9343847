import type { Language } from "@/intl/language";
import { wordsOf } from "@/intl/wordsOf";
import type { Topic } from "./topics";

/** Every definition in one language; fetched when the first one is asked for. */
export async function definitionsIn(language: Language): Promise<Record<Topic, string>> {
  return (await wordsOf("definitions", language)) as Record<Topic, string>;
}

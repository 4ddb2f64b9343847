import { LANGUAGES as FACTS } from "../../words";

export type Language = keyof typeof FACTS;
export const LANGUAGES = Object.keys(FACTS) as Language[];

/** What a language is called in itself. */
export function nameOf(language: Language): string {
  return FACTS[language].name;
}

/** The language of a tag: its own, else that of the tag without its last part (RFC 4647, lookup). */
export function asLanguage(tag: string | null | undefined, languages: readonly string[] = LANGUAGES): Language | null {
  for (let asked = tag?.toLowerCase(); asked; asked = asked.replace(/-?[^-]*$/, "")) {
    const found = languages.find((language) => language.toLowerCase() === asked);
    if (found) return found as Language;
  }
  return null;
}

/** What the person chose first, then the first language of the browser that there is. */
export function chooseLanguage(chosen: string | null | undefined, browser: readonly string[]): Language {
  const candidates = [asLanguage(chosen), ...browser.map((tag) => asLanguage(tag))];
  return candidates.find((language) => language !== null) ?? "en";
}

/** The browser's own variant of the language (en-US, de-AT), for its dates and numbers. */
export function localeTag(language: Language, browser: readonly string[]): string {
  return browser.find((tag) => asLanguage(tag) === language && tag.includes("-")) ?? FACTS[language].tag;
}

import { LANGUAGES as FACTS } from "../../words";

export type Language = keyof typeof FACTS;
export const LANGUAGES = Object.keys(FACTS) as Language[];

/** What a language is called in itself. */
export function nameOf(language: Language): string {
  return FACTS[language].name;
}

export function asLanguage(tag: string | null | undefined): Language | null {
  const base = tag?.split("-")[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === base) ?? null;
}

/** What the person chose first, then the first language of the browser that there is. */
export function chooseLanguage(chosen: string | null | undefined, browser: readonly string[]): Language {
  const candidates = [asLanguage(chosen), ...browser.map(asLanguage)];
  return candidates.find((language) => language !== null) ?? "en";
}

/** The browser's own variant of the language (en-US, de-AT), for its dates and numbers. */
export function localeTag(language: Language, browser: readonly string[]): string {
  return browser.find((tag) => asLanguage(tag) === language && tag.includes("-")) ?? FACTS[language].tag;
}

/** Which language and which regional variant of it the page speaks. */
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

const DEFAULT_TAGS: Record<Language, string> = { en: "en-GB", de: "de-DE" };
export const NAMES: Record<Language, string> = { en: "English", de: "Deutsch" };

export function asLanguage(tag: string | null | undefined): Language | null {
  const base = tag?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === base) ?? null;
}

/** What the person chose first, then the first language of the browser that there is. */
export function chooseLanguage(chosen: string | null | undefined, browser: readonly string[]): Language {
  const candidates = [asLanguage(chosen), ...browser.map(asLanguage)];
  return candidates.find((language) => language !== null) ?? "en";
}

/** The browser's own variant of the language (en-US, de-AT), for its dates and numbers. */
export function localeTag(language: Language, browser: readonly string[]): string {
  return browser.find((tag) => asLanguage(tag) === language && tag.includes("-")) ?? DEFAULT_TAGS[language];
}

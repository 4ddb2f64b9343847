"use client";

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { IntlProvider, type Messages } from "use-intl";
import { useMe } from "@/api/queries";
import { recall, remember } from "@/lib/remember";
import { Waiting } from "@/shell/Waiting";
import { WORDS } from "../../words";
import { chooseLanguage, localeTag, type Language } from "./language";

interface LanguageChoice {
  language: Language;
  choose: (language: Language) => void;
}

const ChoiceContext = createContext<LanguageChoice | null>(null);

export function useLanguage(): LanguageChoice {
  const choice = useContext(ChoiceContext);
  if (!choice) throw new Error("useLanguage outside IntlGate");
  return choice;
}

/** Shows its children once the words of the chosen language are here: the profile's, else this browser's. */
export function IntlGate({ children }: { children: ReactNode }) {
  const me = useMe();
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState<{ language: Language; tag: string; messages: Messages } | null>(null);
  const profile = me.data?.locale;

  useEffect(() => {
    let current = true;
    const language = chooseLanguage(chosen ?? recall("language") ?? profile, navigator.languages);
    void WORDS.page[language]().then((messages) => {
      if (!current) return;
      document.documentElement.lang = language;
      setWords({ language, tag: localeTag(language, navigator.languages), messages: messages as Messages });
    });
    return () => {
      current = false;
    };
  }, [chosen, profile]);

  const choice = useMemo<LanguageChoice | null>(() => {
    if (!words) return null;
    const choose = (language: Language) => {
      remember("language", language);
      setChosen(language);
    };
    return { language: words.language, choose };
  }, [words]);

  if (!words || !choice || me.status === "pending") return <Waiting />;
  return (
    <ChoiceContext.Provider value={choice}>
      <IntlProvider locale={words.tag} messages={words.messages} timeZone={me.data?.time_zone ?? "UTC"}>
        {children}
      </IntlProvider>
    </ChoiceContext.Provider>
  );
}

"use client";

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { IntlProvider, type Messages } from "use-intl";
import { useMe } from "@/api/queries";
import { untilThere } from "@/lib/late";
import { recall, remember } from "@/lib/remember";
import { Unworded } from "@/shell/Unworded";
import { Waiting } from "@/shell/Waiting";
import { chooseLanguage, localeTag, type Language } from "./language";
import { wordsOf } from "./wordsOf";

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

/** Shows its children once the words of the language are here: the one just chosen, else the profile's; of whoever is signed out this browser's. */
export function IntlGate({ children }: { children: ReactNode }) {
  const me = useMe();
  const [chosen, setChosen] = useState<{ by: string | null; language: Language } | null>(null);
  const [missing, setMissing] = useState(false);
  const [words, setWords] = useState<{ language: Language; tag: string; messages: Messages } | null>(null);
  const who = me.data?.id ?? null;
  // What somebody else chose in this tab before says nothing of whoever is here now.
  const asked = (chosen?.by === who ? chosen.language : null) ?? me.data?.locale ?? recall("language");
  const known = me.status !== "pending";

  useEffect(() => {
    if (!known) return;
    let current = true;
    const language = chooseLanguage(asked, navigator.languages);
    const show = (messages: unknown) => {
      if (!current) return;
      document.documentElement.lang = language;
      setWords({ language, tag: localeTag(language, navigator.languages), messages: messages as Messages });
    };
    untilThere(() => wordsOf("page", language)).then(show, () => current && setMissing(true));
    return () => {
      current = false;
    };
  }, [asked, known]);

  const choice = useMemo<LanguageChoice | null>(() => {
    if (!words) return null;
    const choose = (language: Language) => {
      remember("language", language);
      setChosen({ by: who, language });
    };
    return { language: words.language, choose };
  }, [who, words]);

  if (missing) return <Unworded />;
  if (!words || !choice || !known) return <Waiting />;
  return (
    <ChoiceContext.Provider value={choice}>
      <IntlProvider locale={words.tag} messages={words.messages} timeZone={me.data?.time_zone ?? "UTC"}>
        {children}
      </IntlProvider>
    </ChoiceContext.Provider>
  );
}

"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Me } from "@/api/types";
import { Segments } from "@/components/Segments";
import { useLanguage } from "@/intl/IntlGate";
import { LANGUAGES, nameOf } from "@/intl/language";
import { Saved } from "./Saved";
import { Section } from "./Section";
import { useChangeMe } from "./useChangeMe";

export function LanguageField({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const { language, choose } = useLanguage();
  const [chosen, setChosen] = useState(language);
  const change = useChangeMe(me);
  return (
    <Section id="language" title={t("language")}>
      <Segments
        label={t("language")} value={chosen} options={LANGUAGES.map((value) => ({ value, text: nameOf(value) }))}
        onChange={(value) => {
          setChosen(value);
          choose(value);
          change.mutate({ locale: value });
        }}
      />
      <Saved change={change} />
    </Section>
  );
}

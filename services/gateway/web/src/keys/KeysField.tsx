"use client";

import { useTranslations } from "use-intl";
import { Section } from "@/settings/Section";
import { KeysSwitch } from "./KeysSwitch";

/** In the settings: whether the keys of the page do anything, in this browser. */
export function KeysField() {
  const t = useTranslations("keys");
  return (
    <Section id="keys" title={t("title")}>
      <KeysSwitch />
      <p className="q">{t.rich("fieldText", { key: (words) => <kbd>{words}</kbd> })}</p>
    </Section>
  );
}

"use client";

import type { ReactNode } from "react";
import { useTimeZone, useTranslations } from "use-intl";
import { Sheet } from "@/components/Sheet";
import { AddedWords } from "@/intl/AddedWords";
import { today } from "@/lib/dates";
import { presets } from "@/lib/windows";
import { usePresetLabel } from "@/listening/usePresetLabel";
import { KeysSwitch } from "./KeysSwitch";

/** Every key and what it does; and the switch that turns them off. */
export default function KeysSheet({ onClose }: { onClose: () => void }) {
  return <AddedWords part="pages"><Keys onClose={onClose} /></AddedWords>;
}

function Keys({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const label = usePresetLabel();
  const windows = presets(today(useTimeZone() ?? "UTC", new Date()), null).map(label);
  return (
    <Sheet label={t("keys.title")} onClose={onClose} className="keys">
      <div className="keys-head">
        <h2 className="sheet-title">{t("keys.title")}</h2>
        <button type="button" className="btn" onClick={onClose}>{t("common.close")}</button>
      </div>
      <p className="q">{t("keys.text")}</p>
      <Group title={t("window.section")}>
        {[...windows, t("window.all"), t("window.custom")].map((name, index) => <Entry key={name} keys={[String(index + 1)]}>{name}</Entry>)}
        <Entry keys={["←", "→"]}>{t("keys.step")}</Entry>
      </Group>
      <Group title={t("keys.page")}>
        <Entry keys={["T", "S"]}>{t("keys.order")}</Entry>
        <Entry keys={[t("keys.space")]}>{t("keys.stop")}</Entry>
        <Entry keys={["Esc"]}>{t("keys.escape")}</Entry>
        <Entry keys={["?"]}>{t("keys.this")}</Entry>
      </Group>
      <KeysSwitch />
      <p className="small q">{t("keys.again")}</p>
    </Sheet>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="key-list">{children}</dl>
    </section>
  );
}

function Entry({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <div>
      <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

"use client";

import type { ChangeEvent, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Radio } from "@/components/Radio";
import { calendarYear, sameSpan, type Preset, type Span } from "@/lib/windows";
import { usePresetLabel } from "./usePresetLabel";
import type { Window } from "./useWindow";

interface PresetsProps {
  window: Window;
  presets: readonly Preset[];
  /** The years of the history that no preset is of. */
  older: readonly number[];
  /** Opens what free dates are chosen in. */
  free: () => void;
  /** What stands after them. */
  children: ReactNode;
}

/** The windows that are one click away, the years further back in one chip of their own, and free dates. */
export function Presets({ window, presets, older, free, children }: PresetsProps) {
  const t = useTranslations("window");
  const label = usePresetLabel();
  const chosen = presets.find((preset) => sameSpan(preset, window));
  const year = chosen ? undefined : older.find((one) => sameSpan(calendarYear(one), window));
  const radio = (preset: Preset) => <Radio key={nameOf(preset)} name="window" value={nameOf(preset)} text={label(preset)} checked={preset === chosen} />;
  const choose = ({ target }: ChangeEvent<HTMLElement>) => {
    const preset = target instanceof HTMLInputElement && presets.find((one) => nameOf(one) === target.value);
    if (preset) window.show(preset);
  };
  const later = presets.findIndex(({ id }) => id === "season");
  return (
    <fieldset className="presets" onChange={choose}>
      <legend className="sr">{t("section")}</legend>
      {presets.slice(0, later).map(radio)}
      {older.length > 0 && <OlderYears years={older} chosen={year} onChoose={window.show} />}
      {presets.slice(later).map(radio)}
      <button type="button" className={chosen || year ? "chip" : "chip on"} onClick={free}>{t("custom")}</button>
      {children}
    </fieldset>
  );
}

function nameOf({ id, from }: Preset): string {
  return `${id} ${from}`;
}

function OlderYears({ years, chosen, onChoose }: { years: readonly number[]; chosen: number | undefined; onChoose: (span: Span) => void }) {
  const t = useTranslations("window");
  return (
    <select
      className={chosen ? "chip on" : "chip"} aria-label={t("olderYear")} value={chosen ?? ""}
      onChange={(event) => onChoose(calendarYear(Number(event.target.value)))}
    >
      <option value="" disabled>{t("aYear")} …</option>
      {years.map((one) => <option key={one}>{one}</option>)}
    </select>
  );
}

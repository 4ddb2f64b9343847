"use client";

import { useTranslations } from "use-intl";
import { useFormat } from "@/intl/useFormat";
import { calendarYear, monthsOf, season, SEASONS, yearsOf, type SeasonName, type Span } from "@/lib/windows";

interface ShortcutsProps {
  bounds: Span;
  today: string;
  onChoose: (span: Span) => void;
}

/** A month, a year or a season of the history, for the two dates. */
export function Shortcuts({ bounds, today, onChoose }: ShortcutsProps) {
  const t = useTranslations("window");
  const format = useFormat();
  const months = monthsOf(bounds);
  const years = yearsOf(bounds);
  const lastOf = (name: SeasonName): Span => {
    const year = Number(today.slice(0, 4));
    const now = season(name, year);
    return now.from <= today ? now : season(name, year - 1);
  };
  return (
    <div className="shortcuts">
      <Choice label={t("month")} options={months.map((span) => [span, format.month(span.from)])} onChoose={onChoose} />
      <Choice label={t("calendarYear")} options={years.map((year) => [calendarYear(year), String(year)])} onChoose={onChoose} />
      {(Object.keys(SEASONS) as SeasonName[]).map((name) => (
        <button key={name} type="button" className="chip" onClick={() => onChoose(lastOf(name))}>{t(name)}</button>
      ))}
    </div>
  );
}

function Choice({ label, options, onChoose }: { label: string; options: [Span, string][]; onChoose: (span: Span) => void }) {
  return (
    <select
      className="chip" aria-label={label} value=""
      onChange={(event) => {
        const chosen = options[Number(event.target.value)];
        if (chosen) onChoose(chosen[0]);
      }}
    >
      <option value="" disabled>{label} …</option>
      {options.map(([span, text], index) => <option key={span.from} value={index}>{text}</option>)}
    </select>
  );
}

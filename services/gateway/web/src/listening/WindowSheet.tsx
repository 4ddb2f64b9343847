"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Sheet } from "@/components/Sheet";
import { useFormat } from "@/intl/useFormat";
import { daysIn, isDate } from "@/lib/dates";
import { calendarYear, monthsOf, season, SEASONS, yearsOf, type SeasonName, type Span } from "@/lib/windows";
import { cityOf } from "@/lib/zones";
import { mend, type Window } from "./useWindow";

interface WindowSheetProps {
  window: Window;
  zone: string;
  history: Span | null;
  onClose: () => void;
}

/** The window, opened: two days, or a month, a year, a season that fills them in. Applies on the button. */
export default function WindowSheet({ window, zone, history, onClose }: WindowSheetProps) {
  const t = useTranslations("window");
  const common = useTranslations("common");
  const [span, setSpan] = useState<Span>({ from: window.from, to: window.to });
  const complete = isDate(span.from) && isDate(span.to);
  const days = complete ? mend(span) : null;

  return (
    <Sheet label={t("dialog")} onClose={onClose} className="pick">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!days) return;
          window.show(days);
          onClose();
        }}
      >
        <div className="pair">
          <DateField label={t("from")} value={span.from} onChange={(from) => setSpan({ ...span, from })} />
          <DateField label={t("to")} value={span.to} onChange={(to) => setSpan({ ...span, to })} />
        </div>
        <p id="window-hint" className="small q" role="status">
          {days ? t("span", { count: daysIn(days.from, days.to), zone: cityOf(zone) }) : t("missing")}{" "}
          {days && span.to < span.from && t("swapped")} <HistoryHint history={history} />
        </p>
        <Shortcuts bounds={history ?? window} today={window.today} onChoose={setSpan} />
        <div className="acts2">
          <button type="button" className="btn" onClick={onClose}>{common("cancel")}</button>
          <button type="submit" className="btn main" disabled={!complete}>{t("show")}</button>
        </div>
      </form>
    </Sheet>
  );
}

function DateField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <label>
      {label}
      <input type="date" value={value} required aria-describedby="window-hint" onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

function HistoryHint({ history }: { history: Span | null }) {
  const t = useTranslations("window");
  const format = useFormat();
  if (!history) return null;
  return <>{t("history", { from: format.day(history.from, "long"), to: format.day(history.to, "long") })}</>;
}

interface ShortcutsProps {
  bounds: Span;
  today: string;
  onChoose: (span: Span) => void;
}

function Shortcuts({ bounds, today, onChoose }: ShortcutsProps) {
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

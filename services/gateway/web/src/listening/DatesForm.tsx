"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useFormat } from "@/intl/useFormat";
import { daysIn, isDate } from "@/lib/dates";
import { mend, type Span } from "@/lib/windows";
import { cityOf } from "@/lib/zones";
import { Shortcuts } from "./Shortcuts";

interface DatesFormProps {
  /** What it begins with. */
  span: Span;
  today: string;
  zone: string;
  history: Span | null;
  /** What the button says that applies it. */
  action: string;
  onApply: (span: Span) => void;
  onClose: () => void;
}

/** Two days, or a month, a year, a season that fills them in. Applies on the button. */
export function DatesForm({ span: begin, today, zone, history, action, onApply, onClose }: DatesFormProps) {
  const t = useTranslations("window");
  const common = useTranslations("common");
  const [span, setSpan] = useState<Span>({ from: begin.from, to: begin.to });
  const complete = isDate(span.from) && isDate(span.to);
  const days = complete ? mend(span) : null;

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!days) return;
        onApply(days);
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
      <Shortcuts bounds={history ?? begin} today={today} onChoose={setSpan} />
      <div className="acts2">
        <button type="button" className="btn" onClick={onClose}>{common("cancel")}</button>
        <button type="submit" className="btn main" disabled={!complete}>{action}</button>
      </div>
    </form>
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

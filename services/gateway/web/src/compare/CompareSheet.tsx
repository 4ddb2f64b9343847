"use client";

import { useTranslations } from "use-intl";
import { Sheet } from "@/components/Sheet";
import { useFormat } from "@/intl/useFormat";
import { DatesForm } from "@/listening/DatesForm";
import type { Window } from "@/listening/useWindow";
import { counterparts } from "@/lib/compare";
import type { Span } from "@/lib/windows";
import { AddedWords } from "@/intl/AddedWords";
import { giveFocus } from "./focus";

interface CompareSheetProps {
  window: Window;
  zone: string;
  history: Span | null;
  onClose: () => void;
}

/** What the window is compared with: the one before, the same days a year earlier, or any days. */
export default function CompareSheet(props: CompareSheetProps) {
  const t = useTranslations("window");
  // First the words: a sheet that opens gives the focus to the first thing in it.
  return <AddedWords part="compare"><Sheet label={t("compareWith")} onClose={props.onClose} className="pick"><Choices {...props} /></Sheet></AddedWords>;
}

function Choices({ window, zone, history, onClose }: CompareSheetProps) {
  const t = useTranslations();
  const { before, yearEarlier } = counterparts(window);
  const apply = (span: Span) => {
    if (!window.versus) giveFocus();
    window.compare(span);
  };
  const choose = (span: Span) => {
    apply(span);
    onClose();
  };
  return (
    <>
      <p className="disp sheet-title">{t("window.compareWith")}</p>
      <ul className="options">
        <li><Option name={t("compare.before")} span={before} onChoose={choose} /></li>
        {yearEarlier && <li><Option name={t("compare.yearEarlier")} span={yearEarlier} onChoose={choose} /></li>}
      </ul>
      <h3 className="options-other">{t("compare.other")}</h3>
      <DatesForm
        span={window.versus ?? before} today={window.today} zone={zone} history={history} action={t("compare.apply")} onApply={apply}
        onClose={onClose}
      />
    </>
  );
}

function Option({ name, span, onChoose }: { name: string; span: Span; onChoose: (span: Span) => void }) {
  const format = useFormat();
  return (
    <button type="button" className="option" onClick={() => onChoose(span)}>
      <span>{name}</span> <span className="q num">{format.range(span.from, span.to)}</span>
    </button>
  );
}

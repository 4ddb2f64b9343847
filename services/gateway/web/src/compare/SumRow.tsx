"use client";

import { useTranslations } from "use-intl";
import { Door } from "@/components/Door";
import { useFormat } from "@/intl/useFormat";
import { change } from "@/lib/format";
import type { Spans } from "./sides";
import type { Sum } from "./useSums";

const TONES = ["mine", "theirs"] as const;

/** One figure: a bar for either window on one scale, and the difference as a sign and a number. */
export function SumRow({ name, values, spans }: Sum & { spans: Spans }) {
  const t = useTranslations("compare");
  const format = useFormat();
  const longest = Math.max(...values.map(({ value }) => value), 1);
  const by = change(values[0].value, values[1].value);
  return (
    <li className="sum">
      <span className="sum-name">{name}</span>
      <div className="sum-bars">
        {values.map(({ value, text, href }, place) => (
          <p key={place}>
            <span className={`half ${TONES[place]}`} aria-hidden="true"><i style={{ width: `${(value / longest) * 100}%` }} /></span>
            <span className="sr">{spans[place] && format.range(spans[place].from, spans[place].to)}: </span>
            <b><Door href={href} text={text} /></b>
          </p>
        ))}
      </div>
      <span className="sum-change">
        {by === null ? "–" : <><span aria-hidden="true">{format.change(by)}</span><span className="sr">{t("difference", { change: format.change(by) })}</span></>}
      </span>
    </li>
  );
}

"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Answer } from "@/api/queries";
import { Trouble } from "@/components/Trouble";
import type { Revoke } from "./useRevoke";

interface RevocableListProps<T> {
  answer: Answer<T[]>;
  revoke: Revoke;
  /** What to say when there is none, or none could be read. */
  empty: string;
  error: string;
  /** What is said of one that is going. */
  going: (item: T) => string;
  children: (item: T) => ReactNode;
}

/** A list of what one has given out, each of which can be taken back. */
export function RevocableList<T extends { id: string }>({ answer, revoke, empty, error, going, children }: RevocableListProps<T>) {
  const t = useTranslations("settings");
  const { data } = answer;
  if (answer.status === "error" && !data) return <Trouble title={error} error={answer.error} retry={answer.retry} />;
  if (!data) return <p className="late"><span className="sk line w50" /></p>;
  if (data.length === 0) return <p className="q">{empty}</p>;
  return (
    <ul className="uploads">
      {data.map((item) => (
        <li key={item.id}>
          {revoke.pending.has(item.id) ? (
            <>
              <p className="q" role="status">{going(item)}</p>
              <button type="button" className="btn" onClick={() => revoke.undo(item.id)}>{t("undo")}</button>
            </>
          ) : children(item)}
        </li>
      ))}
    </ul>
  );
}

"use client";

import type { ReactNode } from "react";
import type { Answer } from "@/api/queries";
import { Trouble } from "@/components/Trouble";
import { Going } from "./Going";
import { NotRevoked } from "./NotRevoked";
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
  const { data } = answer;
  if (answer.status === "error" && !data) return <Trouble title={error} error={answer.error} retry={answer.retry} />;
  if (!data) return <p className="late"><span className="sk line w50" /></p>;
  if (data.length === 0) return <p className="q">{empty}</p>;
  return (
    <>
      <NotRevoked error={data.map(({ id }) => revoke.failed.get(id)).find(Boolean)} />
      <ul className="uploads">
        {data.map((item) => (
          <li key={item.id}>
            {revoke.pending.has(item.id) ? <Going text={going(item)} onUndo={() => revoke.undo(item.id)} /> : children(item)}
          </li>
        ))}
      </ul>
    </>
  );
}

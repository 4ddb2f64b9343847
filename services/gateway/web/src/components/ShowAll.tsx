"use client";

import { useDeferredValue, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useFormat } from "@/intl/useFormat";

interface ShowAllProps<T> {
  items: readonly T[];
  /** As many as are read before one decides to see them all. */
  first: number;
  className: string;
  children: (item: T, index: number) => ReactNode;
}

/** The first items of a list, and a button for the rest. */
export function ShowAll<T>({ items, first, className, children }: ShowAllProps<T>) {
  const t = useTranslations("lists");
  const format = useFormat();
  const [all, setAll] = useState(false);
  // The button answers at once; a long list may take longer to draw.
  const drawn = useDeferredValue(all);
  return (
    <>
      <ul className={className}>{items.slice(0, drawn ? undefined : first).map(children)}</ul>
      {items.length > first && (
        <p className="more">
          <button type="button" className="btn" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("showFewer") : t("showMore", { count: format.count(items.length) })}
          </button>
        </p>
      )}
    </>
  );
}

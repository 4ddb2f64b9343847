"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { afterPaint } from "@/lib/afterPaint";

type Fields = Record<string, string | null>;

interface QueryString {
  query: string;
  /** Changes the fields of the address, in a step of its own or in place. A field of null is taken out. */
  put: (fields: Fields, how: "pushState" | "replaceState") => void;
  /** Adds fields to the address that a step is about to leave, for going back to it. */
  amend: (fields: Fields) => void;
}

/**
 * The query of the address. What was clicked shows at once; the address follows a frame later, and the router tells of it
 * later still.
 */
export function useQueryString(): QueryString {
  const told = useSearchParams().toString();
  const [known, setKnown] = useState(told);
  const [query, setQuery] = useState(told);
  /** What was put and not yet told of. */
  const [sent, setSent] = useState<readonly string[]>([]);
  if (known !== told) {
    setKnown(told);
    const place = sent.lastIndexOf(told);
    setSent(sent.slice(place + 1));
    // Of what was put here there is news already, or something newer.
    if (place === -1) setQuery(told);
  }

  // Going back before the router has told of the step forward: it then tells of neither.
  useEffect(() => {
    const back = () => {
      setQuery(window.location.search.slice(1));
      setSent([]);
    };
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);

  return useMemo(() => {
    const put: QueryString["put"] = (fields, how) => {
      const next = changed(query, fields);
      setQuery(next);
      if (next !== query) setSent((before) => [...before, next]);
      afterPaintHere(() => window.history[how](null, "", `?${next}`));
    };
    // Past the router, which would tell of the address that is left after the step away from it.
    const amend = (fields: Fields) => {
      const left = changed(query, fields);
      afterPaintHere(() => History.prototype.replaceState.call(window.history, window.history.state, "", `?${left}`));
    };
    return { query, put, amend };
  }, [query]);
}

/** Unless the page was left meanwhile: its query is none of the next one's. */
function afterPaintHere(work: () => void): void {
  const path = window.location.pathname;
  afterPaint(() => {
    if (window.location.pathname === path) work();
  });
}

function changed(query: string, fields: Fields): string {
  const next = new URLSearchParams(query);
  for (const [key, value] of Object.entries(fields)) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return next.toString();
}

"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useMemo, useState } from "react";

type Fields = Record<string, string | null>;

interface QueryString {
  query: string;
  /** Changes the fields of the address, in a step of its own or in place. A field of null is taken out. */
  put: (fields: Fields, how: "pushState" | "replaceState") => void;
  /** Adds fields to the address that a step is about to leave, for going back to it. */
  amend: (fields: Fields) => void;
}

/** The query of the address. The router tells of a change a moment later; what was clicked must show at once. */
export function useQueryString(): QueryString {
  const told = useSearchParams().toString();
  const [known, setKnown] = useState(told);
  const [query, setQuery] = useState(told);
  if (known !== told) {
    setKnown(told);
    setQuery(told);
  }

  // Going back before the router has told of the step forward: it then tells of neither.
  useEffect(() => {
    const back = () => setQuery(window.location.search.slice(1));
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, []);

  return useMemo(() => {
    const put: QueryString["put"] = (fields, how) => {
      const next = changed(query, fields);
      setQuery(next);
      window.history[how](null, "", `?${next}`);
    };
    // Past the router, which would tell of the address that is left after the step away from it.
    const amend = (fields: Fields) => History.prototype.replaceState.call(window.history, window.history.state, "", `?${changed(query, fields)}`);
    return { query, put, amend };
  }, [query]);
}

function changed(query: string, fields: Fields): string {
  const next = new URLSearchParams(query);
  for (const [key, value] of Object.entries(fields)) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return next.toString();
}

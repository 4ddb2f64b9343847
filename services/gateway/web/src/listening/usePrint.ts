"use client";

import { useIsFetching } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";

interface Printing {
  /** Everything must be there, also what comes only when the reader is near. */
  wanted: boolean;
  /** It is. */
  all: boolean;
  /** To be called when it is. */
  there: () => void;
  print: () => void;
}

/** Prints the page once all of it is there: the browser's own command prints what has been seen so far. */
export function usePrint(): Printing {
  const [wanted, setWanted] = useState(false);
  const [all, setAll] = useState(false);
  const busy = useIsFetching() > 0;

  useEffect(() => {
    if (!wanted || !all || busy) return;
    setWanted(false);
    window.print();
  }, [all, busy, wanted]);
  return { wanted, all, there: useCallback(() => setAll(true), []), print: useCallback(() => setWanted(true), []) };
}

"use client";

import { createContext, useContext } from "react";

/** Whether numbers lead to the plays behind them: not in another's history, for plays are their owner's alone. */
export const Doors = createContext(true);

export function useDoors(): boolean {
  return useContext(Doors);
}

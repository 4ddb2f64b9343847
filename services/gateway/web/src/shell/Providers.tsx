"use client";

import type { ReactNode } from "react";
import { QueryGate } from "@/api/QueryGate";
import { IntlGate } from "@/intl/IntlGate";
import { Frame } from "./Frame";

export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryGate>
      <IntlGate>
        <Frame>{children}</Frame>
      </IntlGate>
    </QueryGate>
  );
}

"use client";

import { useSearchParams } from "next/navigation";
import { useMe } from "@/api/queries";
import { SignInFirst } from "@/start/SignInFirst";
import { ImportDetail } from "./ImportDetail";
import { ImportList } from "./ImportList";

/** `/imports/`: every import; with `?id=` one of them. */
export function ImportsPage() {
  const me = useMe();
  const id = useSearchParams().get("id");
  if (!me.data) return <SignInFirst />;
  return id ? <ImportDetail key={id} id={id} zone={me.data.time_zone} /> : <ImportList zone={me.data.time_zone} />;
}

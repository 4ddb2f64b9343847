"use client";

import { Suspense } from "react";
import { late } from "@/lib/late";
import { Listening, type ListeningProps } from "./Listening";

const CompareView = late(() => import("@/compare/CompareView"));

/** What a window of a history holds; beside that of another, where it is compared. */
export function OneOrTwo(props: ListeningProps) {
  const { window, zone, person } = props;
  if (!window.versus) return <Listening {...props} />;
  return (
    <Suspense fallback={<div className="compare-place" aria-busy="true" />}>
      <CompareView window={window} versus={window.versus} zone={zone} person={person} />
    </Suspense>
  );
}

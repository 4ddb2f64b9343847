"use client";

import { Broken } from "@/shell/Broken";

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return <Broken error={error} reset={reset} />;
}

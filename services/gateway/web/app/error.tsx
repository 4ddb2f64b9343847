"use client";

import { Broken } from "@/shell/Broken";

export default function ErrorPage({ error }: { error: Error }) {
  return <Broken error={error} />;
}

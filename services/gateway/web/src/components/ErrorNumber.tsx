"use client";

import { useTranslations } from "use-intl";
import { ApiError } from "@/api/client";

const INTERNAL = 500;

/** What whoever runs the site finds a mistake of the server by in its logs. */
export function ErrorNumber({ error }: { error: Error | null }) {
  const t = useTranslations("problem");
  const problem = error instanceof ApiError ? error.problem : null;
  if (problem?.status !== INTERNAL || !problem.correlation) return null;
  return <p className="small q">{t.rich("number", { id: () => <code>{problem.correlation}</code> })}</p>;
}

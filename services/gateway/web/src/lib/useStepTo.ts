"use client";

import { useRouter } from "next/navigation";
import { useCallback, type MouseEvent } from "react";

/** What a click on a link does: a step to its address within the page. With a key held, the browser opens it as it likes. */
export function useStepTo(): (event: MouseEvent, href: string) => void {
  const router = useRouter();
  return useCallback((event, href) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(href);
  }, [router]);
}

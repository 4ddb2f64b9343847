"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { isPending } from "./queue";
import { useSend } from "./SendProvider";

/** Leads to the import once everything has arrived that was sent from this page. For pages whose only aim is to send. */
export function useFollow(): void {
  const { sendings } = useSend();
  const router = useRouter();
  const [before] = useState(() => new Set(sendings.filter((sending) => !isPending(sending)).map(({ id }) => id)));
  const all = sendings.filter(({ id }) => !before.has(id));
  const uploads = all.flatMap(({ status }) => (status.phase === "arrived" ? status.uploads : []));
  const there = all.length > 0 && all.every(({ status }) => status.phase === "arrived");
  const target = uploads.length === 1 ? `/imports/?id=${uploads[0]}` : "/imports/";

  useEffect(() => {
    if (there) router.push(target);
  }, [router, target, there]);
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { heedSession } from "@/api/QueryGate";
import type { Me } from "@/api/types";
import { signOut } from "./signOut";

interface SignOut {
  leave: () => Promise<void>;
  /** Why one is still signed in. */
  error: Error | null;
}

/** Signing out, and to the start. */
export function useSignOut(me: Me): SignOut {
  const client = useQueryClient();
  const router = useRouter();
  const [error, setError] = useState<Error | null>(null);
  const leave = async () => {
    setError(null);
    try {
      await signOut(me.csrf_token, client);
      router.push("/");
    } catch (cause) {
      heedSession(client, cause);
      setError(cause as Error);
    }
  };
  return { leave, error };
}

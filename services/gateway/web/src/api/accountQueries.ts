"use client";

import { useQuery } from "@tanstack/react-query";
import { accountApi } from "./accountApi";
import type { Feed, Invitation, Session, Share } from "./accountTypes";
import { answer, keys, type Answer } from "./queries";

export function useSessions(): Answer<Session[]> {
  return answer(useQuery({ queryKey: keys.sessions, queryFn: async ({ signal }) => (await accountApi.sessions(signal)).items }));
}

export function useInvitations(): Answer<Invitation[]> {
  return answer(useQuery({ queryKey: keys.invitations, queryFn: async ({ signal }) => (await accountApi.invitations(signal)).items }));
}

export function useShares(): Answer<Share[]> {
  return answer(useQuery({ queryKey: keys.shares, queryFn: async ({ signal }) => (await accountApi.shares(signal)).items }));
}

export function useFeed(): Answer<Feed> {
  return answer(useQuery({ queryKey: keys.feed, queryFn: ({ signal }) => accountApi.feed(signal) }));
}
